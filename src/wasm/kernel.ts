/** @file The product in WebAssembly: what its inner loop does, for numbers of either size. */
import {
  add,
  assemble,
  type Code,
  type Definition,
  define,
  f32x4,
  f64x2,
  integer,
  isBelow,
  type Lanes,
  type Local,
  loadVector,
  repeat,
  storeVector,
  times,
  zeroVector,
} from "./assemble.ts";

/** Rows and vectors of a block. Eight sums, two vectors and a number fit into the sixteen registers. */
const ROWS = 4;
const VECTORS = 2;
const VECTOR_BYTES = 16;

/** Entries are written a block at a time: the memory behind `out` has rows and columns for whole blocks. */
export const wholeRows = (n: number): number => Math.ceil(n / ROWS) * ROWS;
export const wholeColumns = (m: number, bytes: number): number => {
  const columns = (VECTORS * VECTOR_BYTES) / bytes;
  return Math.ceil(m / columns) * columns;
};

const rows = <T>(each: (row: number) => T): T[] => Array.from({ length: ROWS }, (_, row) => each(row));
const vectors = <T>(each: (vector: number) => T): T[] => Array.from({ length: VECTORS }, (_, v) => each(v));

/**
 * out[i][j] = Σ_t a[i][t] b[t][j]. Addresses and steps are in bytes: entry (i, t) of a stands at a + i·row + t·column; the
 * rows of b and of out are bRow and outRow apart, their entries side by side.
 */
const product = (lanes: Lanes): Definition =>
  define(10, ([n, k, m, a, row, column, b, bRow, out, outRow], local) => {
    const [i, j, t, bAt, outAt] = Array.from({ length: 5 }, () => local("i32"));
    const aAt = rows(() => local("i32"));
    const sums = rows(() => vectors(() => local("v128")));
    const factors = vectors(() => local("v128"));
    const factor = local("v128");

    const fromColumn = (base: Code): Code => add(base, times(j!.get, integer(lanes.bytes)));
    const begin: Code[] = [
      bAt!.set(fromColumn(b!.get)),
      outAt!.set(add(fromColumn(out!.get), times(i!.get, outRow!.get))),
      t!.set(k!.get),
      ...rows((r) => aAt[r]!.set(add(a!.get, times(add(i!.get, integer(r)), row!.get)))),
      ...sums.flat().map((sum) => sum.set(zeroVector)),
    ];
    const step: Code[] = [
      ...vectors((v) => factors[v]!.set(loadVector(bAt!.get, VECTOR_BYTES * v))),
      ...rows((r) => [
        ...factor.set(lanes.splat(aAt[r]!.get)),
        ...vectors((v) => {
          const sum = sums[r]![v]!;
          return sum.set(lanes.add(sum.get, lanes.times(factor.get, factors[v]!.get)));
        }).flat(),
        ...aAt[r]!.set(add(aAt[r]!.get, column!.get)),
      ]),
      bAt!.set(add(bAt!.get, bRow!.get)),
      t!.set(add(t!.get, integer(-1))),
    ];
    const end: Code[] = rows((r) => [
      ...vectors((v) => storeVector(outAt!.get, VECTOR_BYTES * v, sums[r]![v]!.get)).flat(),
      ...outAt!.set(add(outAt!.get, outRow!.get)),
    ]);
    const block = [...begin.flat(), ...repeat(step.flat(), t!.get), ...end.flat()];

    const columns = (VECTORS * VECTOR_BYTES) / lanes.bytes;
    const next = (index: Local, by: number): Code => index.set(add(index.get, integer(by)));
    const downRows = repeat([...block, ...next(i!, ROWS)], isBelow(i!.get, n!.get));
    return repeat([...i!.set(integer(0)), ...downRows, ...next(j!, columns)], isBelow(j!.get, m!.get));
  });

/** The module: `product64` and `product32`, and their memory. */
export const kernel = (): Uint8Array<ArrayBuffer> =>
  assemble({ product64: product(f64x2), product32: product(f32x4) });
