/** @file A chain of stages in a row: a value above each, a derivative below, and what each arrow multiplies by. */
import { colours } from "./colours.ts";
import { escaped } from "./escape.ts";

/** A stage of a chain. What is left out leaves its place free: not known yet. */
export interface Stage {
  readonly label: string;
  /** Written above it, in blue: its value. */
  readonly above?: string;
  /** Written below it, in vermilion: the tangent that arrived, or the gradient. */
  readonly below?: string;
}

const box = { width: 132, height: 34 };
const arrow = 84;
const line = { value: 16, derivative: 76, height: 88 };
const middle = 26 + box.height / 2;

/**
 * Draws a chain without showing it: for `strip` and `show`. Stages stand in the order of computation.
 *
 * @param arrows what is written over the arrow behind each stage but the last
 * @param direction which way the arrows point: with the computation, or back from its result
 * @returns the text of one SVG
 */
export function chainPicture(
  stages: readonly Stage[],
  arrows: readonly string[],
  direction: "forward" | "reverse" = "forward",
): string {
  const step = box.width + arrow;
  const width = stages.length * step - arrow + 4;
  const drawn = stages.flatMap(({ label, above = "", below = "" }, i) => {
    const x = 2 + i * step;
    const center = x + box.width / 2;
    return [
      `<rect x="${x}" y="26" width="${box.width}" height="${box.height}" rx="6" fill="#f4f4f4" stroke="${colours.grey}"/>`,
      text(center, line.value, above, colours.blue),
      text(center, middle + 5, label, colours.ink, "bold"),
      text(center, line.derivative, below, colours.vermilion),
    ];
  });
  const between = arrows.flatMap((words, i) => {
    const [left, right] = [2 + i * step + box.width + 4, 2 + (i + 1) * step - 4];
    return [
      ...arrowMark(left, right, direction),
      text((left + right) / 2, middle - 8, words, colours.purple),
    ];
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${line.height}" ` +
    `viewBox="0 0 ${width} ${line.height}" font-family="system-ui, sans-serif" font-size="13" ` +
    `style="background: white">${[...drawn, ...between].join("")}</svg>`
  );
}

const text = (x: number, y: number, words: string, fill: string, weight = "normal") =>
  words &&
  `<text x="${x}" y="${y}" text-anchor="middle" fill="${fill}" font-weight="${weight}">${escaped(words)}</text>`;

function arrowMark(left: number, right: number, direction: "forward" | "reverse"): string[] {
  const [tip, back] = direction === "forward" ? [right, right - 8] : [left, left + 8];
  return [
    `<line x1="${left}" y1="${middle}" x2="${right}" y2="${middle}" stroke="${colours.grey}" stroke-width="1.5"/>`,
    `<path d="M${tip},${middle}L${back},${middle - 4}V${middle + 4}Z" fill="${colours.grey}"/>`,
  ];
}
