/** @file A card as HTML: inline styles only, so that it survives an untrusted notebook; readable on light and dark. */
import type { Status } from "../result.ts";
import { type Card, type CardRow, MARKS } from "./card.ts";
import { columns } from "./card-text.ts";
import { escapeHtml } from "./clean.ts";

/** White text on each has a contrast of at least 4.5; text itself keeps the page's colour. */
const COLOURS: Readonly<Record<Status, string>> = {
  right: "#1a7f37",
  partly: "#8a6100",
  wrong: "#b3261e",
  todo: "#4f5b66",
  missing: "#4f5b66",
  error: "#7a3e9d",
};
/** Symbols without a background: at least 3 on white and on black. */
const TICK = "#2a9d4a";
const CROSS = "#d9402f";
const LINE = "1px solid rgba(128, 128, 128, 0.35)";
const CELL = `padding: 2px 14px 2px 0; border: none; text-align: left; white-space: nowrap; font-family: monospace`;

/** What only some places offer under a card: hints, a solution to compare with. Folded until asked for. */
export interface Fold {
  readonly summary: string;
  readonly html: string;
}

export function cardHtml(card: Card, folds: readonly Fold[] = []): string {
  const { symbol, word } = MARKS[card.status];
  const colour = COLOURS[card.status];
  const pill = `padding: 1px 9px; border-radius: 9px; background-color: ${colour}; color: #ffffff; font-weight: bold`;
  const rest = card.verdict.startsWith(word)
    ? card.verdict.slice(word.length).replace(/^[:.] */, "")
    : card.verdict;
  return [
    `<div style="border-left: 4px solid ${colour}; padding: 4px 0 4px 12px; margin: 6px 0; line-height: 1.5">`,
    `<div><span style="${pill}">${symbol} ${word}</span> <b>${escapeHtml(card.title)}</b> · ${escapeHtml(rest)}</div>`,
    card.sentence && `<div style="margin: 6px 0">${escapeHtml(card.sentence)}</div>`,
    table(card.rows),
    parts(card),
    ...card.notes.map((note) => `<div style="margin: 4px 0"><b>Note:</b> ${escapeHtml(note)}</div>`),
    ...folds.map(foldHtml),
    "</div>",
  ].join("");
}

export const foldHtml = ({ summary, html }: Fold): string =>
  `<details style="margin: 4px 0"><summary style="cursor: pointer">${escapeHtml(summary)}</summary>${html}</details>`;

function table(rows: readonly CardRow[]): string {
  if (rows.length === 0) return "";
  const shown = columns(rows);
  const head = shown.map(([heading]) => `<th style="${CELL}; font-weight: bold">${heading}</th>`).join("");
  const body = rows.map((row) => {
    const cells = shown.map(([, key]) => `<td style="${CELL}">${escapeHtml(row[key])}</td>`);
    return `<tr style="border-top: ${LINE}; background: none">${cells.join("")}</tr>`;
  });
  return `<table style="border-collapse: collapse; margin: 6px 0; border: none"><tr>${head}</tr>${body.join("")}</table>`;
}

const parts = (card: Card): string =>
  card.parts
    .map(({ right, names, says }) => {
      const mark = `<span style="color: ${right ? TICK : CROSS}; font-weight: bold">${right ? "✓" : "✗"}</span>`;
      const codes = names.map((name) => `<code>${escapeHtml(name)}</code>`).join(", ");
      return `<div>${mark} ${codes}: ${escapeHtml(says)}</div>`;
    })
    .join("");
