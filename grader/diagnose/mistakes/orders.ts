/** @file Numbers in another order, or some of them in the place of others: what slips of an index do to a list or a matrix. */
import type { Shape } from "../../model/nest.ts";

type Numbers = readonly number[];
export interface Order {
  readonly id: string;
  /** After "the numbers in dW are" or "… is multiplied by W, but". */
  readonly say: string;
  /** Undefined where the shape does not allow it. */
  readonly of: (numbers: Numbers, shape: Shape) => Numbers | undefined;
}

const sum = (numbers: Numbers) => numbers.reduce((a, b) => a + b, 0);
/** Entry k of a list of n is taken from elsewhere. */
const list = (id: string, say: string, entry: (numbers: Numbers, k: number, n: number) => number): Order => ({
  id,
  say,
  of: (numbers, shape) =>
    shape.length === 1 && numbers.length > 1
      ? numbers.map((_, k) => entry(numbers, k, numbers.length))
      : undefined,
});
interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly at: (i: number, j: number) => number;
  readonly row: (i: number) => Numbers;
  readonly column: (j: number) => Numbers;
}
/** Entry (i, j) of a matrix is taken from elsewhere. */
const matrix = (id: string, say: string, entry: (m: Matrix, i: number, j: number) => number): Order => ({
  id,
  say,
  of: (numbers, [rows, columns, ...deeper]) => {
    if (rows === undefined || columns === undefined || deeper.length || numbers.length < 2) return undefined;
    const at = (i: number, j: number) => numbers[i * columns + j] ?? 0;
    const row = (i: number) => numbers.slice(i * columns, (i + 1) * columns);
    const column = (j: number) => numbers.filter((_, k) => k % columns === j);
    return numbers.map((_, k) =>
      entry({ rows, columns, at, row, column }, Math.floor(k / columns), k % columns),
    );
  },
});
const wrap = (k: number, n: number) => ((k % n) + n) % n;

/** Only a square matrix keeps its shape when it is transposed. */
const transposed: Order = {
  id: "transposed",
  say: "right but for their places: rows and columns are exchanged",
  of: (numbers, [n, m]) =>
    n !== undefined && n === m && n > 1
      ? numbers.map((_, k) => numbers[(k % n) * n + Math.floor(k / n)]!)
      : undefined,
};
const flatReversed: Order = {
  id: "wrong-index",
  say: "right but in reverse order: the first entry belongs to the first quantity",
  of: (numbers) => (numbers.length > 1 ? [...numbers].reverse() : undefined),
};

/** Every number is there, at another place. */
export const permuted: readonly Order[] = [
  transposed,
  flatReversed,
  ...[1, -1].flatMap((by) => {
    const say = `right but shifted by one place ${by > 0 ? "to the front" : "to the back"}: an index is off by one`;
    return [
      list("wrong-index", say, (x, k, n) => x[wrap(k + by, n)]!),
      matrix("wrong-index", `${say} of the columns`, ({ at, columns }, i, j) => at(i, wrap(j + by, columns))),
      matrix("wrong-index", `${say} of the rows`, ({ at, rows }, i, j) => at(wrap(i + by, rows), j)),
    ];
  }),
  matrix("wrong-index", "right but with every row in reverse order", ({ at, columns }, i, j) =>
    at(i, columns - 1 - j),
  ),
  matrix("wrong-index", "right but with the rows in reverse order", ({ at, rows }, i, j) =>
    at(rows - 1 - i, j),
  ),
];

/** One of them stands for all. */
export const repeated: readonly Order[] = [
  list("wrong-index", "all the first one: each entry has its own", (x) => x[0]!),
  list("wrong-index", "all the last one: each entry has its own", (x, _k, n) => x[n - 1]!),
  matrix("wrong-index", "those of the first row in every row", ({ at }, _i, j) => at(0, j)),
  matrix("wrong-index", "those of the last row in every row", ({ at, rows }, _i, j) => at(rows - 1, j)),
  matrix("wrong-index", "those of the first column in every column", ({ at }, i) => at(i, 0)),
  matrix("wrong-index", "those of the last column in every column", ({ at, columns }, i) =>
    at(i, columns - 1),
  ),
];

/** Their sum or mean stands for each of them. */
export const summed: readonly Order[] = [
  list("aliased-gradient", "all their sum: every entry is added into the same place", sum),
  matrix(
    "aliased-gradient",
    "the sum of all rows in every row: the rows are one and the same list",
    ({ column }, _i, j) => sum(column(j)),
  ),
  list("wrong-axis", "all their mean: each entry has its own", (x, _k, n) => sum(x) / n),
  matrix(
    "wrong-axis",
    "the mean of its column in every entry",
    ({ column, rows }, _i, j) => sum(column(j)) / rows,
  ),
  matrix("wrong-axis", "the mean of its row in every entry", ({ row, columns }, i) => sum(row(i)) / columns),
];

/** Sums stand for the single ones, or some are missing. */
export const gathered: readonly Order[] = [
  ...summed,
  list("double-counted-path", "running sums: each entry begins at 0 anew", (x, k) => sum(x.slice(0, k + 1))),
  matrix("double-counted-path", "running sums along each row: each entry begins at 0 anew", ({ row }, i, j) =>
    sum(row(i).slice(0, j + 1)),
  ),
  matrix("double-counted-path", "running sums down the rows: each row begins at 0 anew", ({ column }, i, j) =>
    sum(column(j).slice(0, i + 1)),
  ),
  matrix("diag-only", "right on the diagonal; beside it they are missing", ({ at }, i, j) =>
    i === j ? at(i, j) : 0,
  ),
  matrix("missing-path", "right beside the diagonal; on it they are missing", ({ at }, i, j) =>
    i === j ? 0 : at(i, j),
  ),
  matrix(
    "not-diagonal",
    "those of the diagonal all along each row; beside it belongs something else",
    ({ at }, i) => at(i, i),
  ),
  matrix(
    "not-diagonal",
    "those of the diagonal all down each column; beside it belongs something else",
    ({ at }, _i, j) => at(j, j),
  ),
  matrix("wrong-axis", "the sum of its row in every entry", ({ row }, i) => sum(row(i))),
  ...(["first", "last"] as const).flatMap((which) => {
    const kept = (k: number, n: number) => k === (which === "first" ? 0 : n - 1);
    const say = "is right, the others are 0: a loop ends too early, or begins anew each time";
    return [
      list("only-part-of-batch", `0 but for one: the ${which} ${say}`, (x, k, n) => (kept(k, n) ? x[k]! : 0)),
      matrix("only-part-of-batch", `0 but for one row: the ${which} ${say}`, ({ at, rows }, i, j) =>
        kept(i, rows) ? at(i, j) : 0,
      ),
      matrix("only-part-of-batch", `0 but for one column: the ${which} ${say}`, ({ at, columns }, i, j) =>
        kept(j, columns) ? at(i, j) : 0,
      ),
      list("wrong-index", `right but for the ${which}, which is 0: a loop leaves it out`, (x, k, n) =>
        kept(k, n) ? 0 : x[k]!,
      ),
      matrix(
        "wrong-index",
        `right but for the ${which} row, which is 0: a loop leaves it out`,
        ({ at, rows }, i, j) => (kept(i, rows) ? 0 : at(i, j)),
      ),
      matrix(
        "wrong-index",
        `right but for the ${which} column, which is 0: a loop leaves it out`,
        ({ at, columns }, i, j) => (kept(j, columns) ? 0 : at(i, j)),
      ),
    ];
  }),
  matrix("wrong-index", "right up to the diagonal; behind it they are missing", ({ at }, i, j) =>
    j <= i ? at(i, j) : 0,
  ),
  matrix("wrong-index", "right from the diagonal on; before it they are missing", ({ at }, i, j) =>
    j >= i ? at(i, j) : 0,
  ),
];
