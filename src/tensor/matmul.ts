/** @file The matrix product, blocked 4×4 in registers; a transposed operand is read with other strides, never copied. */
import type { NdArray } from "./ndarray.ts";
import { ShapeError, sameShape, showShape, sizeOf } from "./shape.ts";

/** Which operands are read transposed. */
export interface Transposed {
  readonly a?: boolean;
  readonly b?: boolean;
}

/**
 * (…, n, k)·(…, k, m) → (…, n, m). Leading axes that one side lacks are shared by all its blocks.
 *
 * @throws {ShapeError} if the inner sizes differ, or the leading axes do
 */
export function matmul(a: NdArray, b: NdArray, transposed: Transposed = {}): NdArray {
  const [left, right] = [asMatrices(a, transposed.a), asMatrices(b, transposed.b)];
  const [n, k, m] = [left.rows, left.columns, right.columns];
  const longer = left.lead.length > right.lead.length;
  const [short, long] = longer ? [right.lead, left.lead] : [left.lead, right.lead];
  const fits = sameShape(short, long.slice(long.length - short.length));
  if (k !== right.rows || !fits)
    throw new ShapeError(
      `matmul: a is ${left.shown()} and b is ${right.shown()}; ${
        fits
          ? `the inner sizes ${k} and ${right.rows} differ. Look at: the order of the factors, or a missing transpose.`
          : "their leading axes differ"
      }`,
    );
  const shape = [...long, n, m];
  const out = new Float64Array(sizeOf(shape));
  const blocks = sizeOf(long);
  // One matrix against many rows, or many single columns, is one product.
  if (right.lead.length === 0 && !transposed.a)
    multiply(left.block(0), right.block(0), out, blocks * n, k, m);
  else if (left.lead.length === 0 && m === 1)
    multiply({ data: b.data, row: k, column: 1 }, flipped(left.block(0)), out, blocks, k, n);
  else
    for (let i = 0; i < blocks; i++)
      multiply(left.block(i), right.block(i), i === 0 ? out : out.subarray(i * n * m), n, k, m);
  return { shape, data: out };
}

/** An array as matrices, on its last two axes. */
function asMatrices({ shape, data }: NdArray, isTransposed = false) {
  const [n, m] = shape.slice(-2) as [number, number];
  const [rows, columns, row, column] = isTransposed ? [m, n, 1, m] : [n, m, m, 1];
  return {
    lead: shape.slice(0, -2),
    rows,
    columns,
    shown: () => showShape(shape) + (isTransposed ? " transposed" : ""),
    /** Number i of them; where there are fewer, they begin again. */
    block(i: number): Strided {
      const from = (i * n * m) % data.length;
      return { data: from === 0 ? data : data.subarray(from), row, column };
    },
  };
}

const flipped = ({ data, row, column }: Strided): Strided => ({ data, row: column, column: row });

/** Entry (i, j) stands at row·i + column·j. */
export interface Strided {
  readonly data: Float64Array;
  readonly row: number;
  readonly column: number;
}

/** Writes a·b, (n, k)·(k, m), row by row into out, or declines. */
type Product = (a: Strided, b: Strided, out: Float64Array, n: number, k: number, m: number) => boolean;

let offered: Product = () => false;
/** From now on, this product is asked before the one below. */
export function offerProduct(product: Product): void {
  offered = product;
}

/**
 * out[i][j] = Σ_t a[i][t] b[t][j], twelve sums at a time. The last block of a row or a column is moved back to fit, and
 * what it shares with its neighbour is computed twice; that is least where the shorter side is cut into fours.
 */
function multiply(a: Strided, b: Strided, out: Float64Array, n: number, k: number, m: number): void {
  if (offered(a, b, out, n, k, m)) return;
  const y = { data: out, row: m, column: 1 };
  if (n > m) fill(flipped(b), flipped(a), flipped(y), m, k, n);
  else fill(a, b, y, n, k, m);
}

function fill(a: Strided, b: Strided, out: Strided, n: number, k: number, m: number): void {
  const [rows, columns, sums] = n < 4 ? ([1, 1, sum] as const) : ([4, 3, sums4x3] as const);
  for (let i = 0; i < n; i += rows)
    for (let j = 0; j < m; j += columns) sums(a, b, out, Math.min(i, n - rows), Math.min(j, m - columns), k);
}

function sum(a: Strided, b: Strided, out: Strided, i: number, j: number, k: number): void {
  let s = 0;
  for (let t = 0, p = i * a.row, q = j * b.column; t < k; t++, p += a.column, q += b.row)
    s += a.data[p]! * b.data[q]!;
  out.data[i * out.row + j * out.column] = s;
}

function sums4x3(a: Strided, b: Strided, out: Strided, i: number, j: number, k: number): void {
  // One by one: lists would be allocated on every call.
  const x = a.data;
  const y = b.data;
  const ar = a.row;
  const ac = a.column;
  const br = b.row;
  const bc = b.column;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let p = i * ar;
  let q = j * bc;
  for (let t = 0; t < k; t++, p += ac, q += br) {
    const a0 = x[p]!;
    const a1 = x[p + ar]!;
    const a2 = x[p + 2 * ar]!;
    const a3 = x[p + 3 * ar]!;
    const b0 = y[q]!;
    const b1 = y[q + bc]!;
    const b2 = y[q + 2 * bc]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
  }
  const z = out.data;
  const zc = out.column;
  let o = i * out.row + j * zc;
  z[o] = s00;
  z[o + zc] = s01;
  z[o + 2 * zc] = s02;
  o += out.row;
  z[o] = s10;
  z[o + zc] = s11;
  z[o + 2 * zc] = s12;
  o += out.row;
  z[o] = s20;
  z[o + zc] = s21;
  z[o + 2 * zc] = s22;
  o += out.row;
  z[o] = s30;
  z[o + zc] = s31;
  z[o + 2 * zc] = s32;
}
