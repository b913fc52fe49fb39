/** @file The matrix product, blocked 4×4 in registers; a transposed operand is read with other strides, never copied. */
import type { NdArray } from "./ndarray.ts";
import { type Shape, ShapeError, sameShape, showShape, sizeOf } from "./shape.ts";

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
  const [n, k] = matrixSizes(a.shape, transposed.a);
  const [inner, m] = matrixSizes(b.shape, transposed.b);
  const leads = [a.shape.slice(0, -2), b.shape.slice(0, -2)] as const;
  const [shared, lead] = leads[0].length < leads[1].length ? leads : leads.toReversed();
  if (k !== inner || !sameShape(shared!, lead!.slice(lead!.length - shared!.length)))
    throw new ShapeError(clash(a.shape, b.shape, k, inner, transposed));
  const shape = [...lead!, n, m];
  const out = new Float64Array(sizeOf(shape));
  const blocks = sizeOf(lead!);
  const left = { data: a.data, row: transposed.a ? 1 : k, column: transposed.a ? n : 1 };
  const right = { data: b.data, row: transposed.b ? 1 : m, column: transposed.b ? k : 1 };
  // One matrix against many rows, or many single columns, is one product.
  if (b.shape.length === 2 && !transposed.a) multiply(left, right, out, blocks * n, k, m);
  else if (a.shape.length === 2 && m === 1)
    multiply({ data: b.data, row: k, column: 1 }, flipped(left), out, blocks, k, n);
  else
    for (let block = 0; block < blocks; block++)
      multiply(nth(left, block, n * k), nth(right, block, k * m), out.subarray(block * n * m), n, k, m);
  return { shape, data: out };
}

const flipped = ({ data, row, column }: Strided): Strided => ({ data, row: column, column: row });
/** Block number `block` of those of one size; where there are fewer, they begin again. */
const nth = ({ data, row, column }: Strided, block: number, size: number): Strided => ({
  data: data.subarray((block * size) % data.length),
  row,
  column,
});

function matrixSizes(shape: Shape, transposed = false): readonly [rows: number, columns: number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}

const clash = (a: Shape, b: Shape, k: number, inner: number, transposed: Transposed): string => {
  const side = (name: string, shape: Shape, flip = false) =>
    `${name} is ${showShape(shape)}${flip ? " transposed" : ""}`;
  const shapes = `matmul: ${side("a", a, transposed.a)} and ${side("b", b, transposed.b)}`;
  return k === inner
    ? `${shapes}; their leading axes differ`
    : `${shapes}; the inner sizes ${k} and ${inner} differ. Look at: the order of the factors, or a missing transpose.`;
};

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

/** So many columns of b stay in the cache while the rows of a pass by. */
const CACHED = 32;

/**
 * out[i][j] = Σ_t a[i][t] b[t][j], sixteen sums at a time. The last block of a row or a column is moved back to fit, and
 * what it shares with its neighbour is computed twice.
 */
function multiply(a: Strided, b: Strided, out: Float64Array, n: number, k: number, m: number): void {
  if (offered(a, b, out, n, k, m)) return;
  const [size, sums] = Math.min(n, m) < 4 ? ([1, sum] as const) : ([4, sums4x4] as const);
  for (let from = 0; from < m; from += CACHED)
    for (let i = 0; i < n; i += size)
      for (let j = from; j < Math.min(from + CACHED, m); j += size)
        sums(a, b, out, Math.min(i, n - size), Math.min(j, m - size), k, m);
}

function sum(a: Strided, b: Strided, out: Float64Array, i: number, j: number, k: number, m: number): void {
  let s = 0;
  for (let t = 0, p = i * a.row, q = j * b.column; t < k; t++, p += a.column, q += b.row)
    s += a.data[p]! * b.data[q]!;
  out[i * m + j] = s;
}

function sums4x4(
  a: Strided,
  b: Strided,
  out: Float64Array,
  i: number,
  j: number,
  k: number,
  m: number,
): void {
  const [x, y, ar, ac, br, bc] = [a.data, b.data, a.row, a.column, b.row, b.column];
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [s20, s21, s22, s23, s30, s31, s32, s33] = [0, 0, 0, 0, 0, 0, 0, 0];
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
    const b3 = y[q + 3 * bc]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  let o = i * m + j;
  out[o] = s00;
  out[o + 1] = s01;
  out[o + 2] = s02;
  out[o + 3] = s03;
  o += m;
  out[o] = s10;
  out[o + 1] = s11;
  out[o + 2] = s12;
  out[o + 3] = s13;
  o += m;
  out[o] = s20;
  out[o + 1] = s21;
  out[o + 2] = s22;
  out[o + 3] = s23;
  o += m;
  out[o] = s30;
  out[o + 1] = s31;
  out[o + 2] = s32;
  out[o + 3] = s33;
}
