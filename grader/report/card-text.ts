/** @file A card for the terminal. */
import { type Card, type CardRow, MARKS } from "./card.ts";

/** Lines without colour: the same in a log file. */
export function cardText(card: Card): string {
  const lines = [
    `${MARKS[card.status].symbol} ${card.title}`,
    `  ${card.verdict}`,
    ...(card.sentence ? [`  ${card.sentence}`] : []),
    ...table(card.rows).map((row) => `    ${row}`),
    ...card.parts.map((part) => `  ${part.right ? "✓" : "✗"} ${part.names.join(", ")}: ${part.says}`),
    ...card.notes.map((note) => `  note: ${note}`),
  ];
  return lines.join("\n");
}

/** The columns that have something to say, with their headings. */
export function columns(rows: readonly CardRow[]): readonly (readonly [heading: string, keyof CardRow])[] {
  const all = [
    ["where", "where"],
    ["yours", "yours"],
    ["numerical ± error", "numerical"],
    ["shape", "shape"],
  ] as const;
  return all.filter(([, key]) => rows.some((row) => row[key] !== ""));
}

function table(rows: readonly CardRow[]): string[] {
  const shown = columns(rows);
  const cells = [shown.map(([heading]) => heading), ...rows.map((row) => shown.map(([, key]) => row[key]))];
  const widths = shown.map((_, c) => Math.max(...cells.map((line) => line[c]?.length ?? 0)));
  return rows.length
    ? cells.map((line) =>
        line
          .map((cell, c) => cell.padEnd(widths[c] ?? 0))
          .join("   ")
          .trimEnd(),
      )
    : [];
}
