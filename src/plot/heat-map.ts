/** @file A matrix as a picture: its numbers in cells, coloured by sign and size, its rows and columns named. */
import { colours } from "./colours.ts";
import { Plot } from "./load.ts";
import { picture } from "./picture.ts";

export interface HeatMapOptions {
  /** Names of the rows and of the columns; none unless said. */
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  /** Significant digits of the numbers in the cells; default 3. */
  readonly digits?: number;
}

const cell = { width: 58, height: 32 };
/** Negative, zero, positive: pale, so that the numbers on them can be read; apart for colour-blind readers. */
const range = ["#f0ab7c", "white", "#86bfe3"];

/**
 * Draws a matrix without showing it: for `strip` and `show`. Negative numbers are orange, positive ones blue, zeros
 * white.
 *
 * @param matrix rows of numbers, shape (n, m)
 * @returns the text of one SVG
 */
export function heatMap(
  matrix: readonly (readonly number[])[],
  { rows = [], columns = [], digits = 3 }: HeatMapOptions = {},
): string {
  const cells = matrix.flatMap((row, i) => row.map((value, j) => ({ i, j, value })));
  const [height, width] = [matrix.length, matrix[0]?.length ?? 0];
  const most = Math.max(...cells.map(({ value }) => Math.abs(value))) || 1;
  const [marginLeft, marginTop] = [
    14 + 7 * Math.max(0, ...rows.map((name) => name.length)),
    columns.length ? 24 : 4,
  ];
  const axis = (names: readonly string[], count: number) => ({
    domain: Array.from({ length: count }, (_, i) => i),
    tickFormat: (i: number) => names[i] ?? "",
    tickSize: 0,
    label: null,
    padding: 0,
  });
  return picture({
    ...{ width: marginLeft + width * cell.width + 4, height: marginTop + height * cell.height + 4 },
    ...{ marginLeft, marginTop, marginRight: 4, marginBottom: 4 },
    x: { ...axis(columns, width), axis: "top" },
    y: axis(rows, height),
    color: { type: "linear", domain: [-most, 0, most], range },
    marks: [
      Plot.cell(cells, { x: "j", y: "i", fill: "value", stroke: colours.grey }),
      Plot.text(cells, { x: "j", y: "i", text: ({ value }) => written(value, digits), fill: colours.ink }),
    ],
  });
}

/** At most so many significant digits, with a true minus sign. */
const written = (value: number, digits: number) => `${Number(value.toPrecision(digits))}`.replace("-", "−");
