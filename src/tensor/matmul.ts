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
  const [leadA, leadB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const lead = leadA.length > leadB.length ? leadA : leadB;
  if (k !== inner || !endsWith(lead, leadA) || !endsWith(lead, leadB))
    throw new ShapeError(clash(a.shape, b.shape, k, inner, transposed));
  const [blocks, blocksA, blocksB] = [sizeOf(lead), sizeOf(leadA), sizeOf(leadB)];
  const out = new Float64Array(blocks * n * m);
  const left = { data: a.data, from: 0, row: transposed.a ? 1 : k, column: transposed.a ? n : 1 };
  const right = { data: b.data, from: 0, row: transposed.b ? 1 : m, column: transposed.b ? k : 1 };
  for (let block = 0; block < blocks; block++) {
    left.from = (block % blocksA) * n * k;
    right.from = (block % blocksB) * k * m;
    multiply(left, right, out, block * n * m, n, k, m);
  }
  return { shape: [...lead, n, m], data: out };
}

const endsWith = (shape: Shape, end: Shape) => sameShape(shape.slice(shape.length - end.length), end);

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

interface Strided {
  readonly data: Float64Array;
  readonly from: number;
  readonly row: number;
  readonly column: number;
}

/** out[i][j] = Σ_t a[i][t] b[t][j], sixteen sums at a time; at the borders four, then one. */
function multiply(
  a: Strided,
  b: Strided,
  out: Float64Array,
  to: number,
  n: number,
  k: number,
  m: number,
): void {
  const [rows, columns] = [n - (n % 4), m - (m % 4)];
  for (let i = 0; i < rows; i += 4) for (let j = 0; j < columns; j += 4) block4x4(a, b, out, to, i, j, k, m);
  for (let j = columns; j < m; j++)
    for (let i = 0; i < rows; i += 4) strip4(a, b, out, to + i * m + j, m, i, j, k);
  for (let i = rows; i < n; i++) {
    for (let j = 0; j < columns; j += 4) strip4(flipped(b), flipped(a), out, to + i * m + j, 1, j, i, k);
    for (let j = columns; j < m; j++) {
      let sum = 0;
      let p = a.from + i * a.row;
      let q = b.from + j * b.column;
      for (let t = 0; t < k; t++, p += a.column, q += b.row) sum += a.data[p]! * b.data[q]!;
      out[to + i * m + j] = sum;
    }
  }
}

const flipped = ({ data, from, row, column }: Strided): Strided => ({ data, from, row: column, column: row });

/** Four rows of one column: at out[o], out[o + step] and so on. For four columns of one row, exchange the operands. */
function strip4(
  a: Strided,
  b: Strided,
  out: Float64Array,
  o: number,
  step: number,
  i: number,
  j: number,
  k: number,
): void {
  const [x, y, ar, ac, br] = [a.data, b.data, a.row, a.column, b.row];
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let p = a.from + i * ar;
  let q = b.from + j * b.column;
  for (let t = 0; t < k; t++, p += ac, q += br) {
    const factor = y[q]!;
    s0 += x[p]! * factor;
    s1 += x[p + ar]! * factor;
    s2 += x[p + 2 * ar]! * factor;
    s3 += x[p + 3 * ar]! * factor;
  }
  out[o] = s0;
  out[o + step] = s1;
  out[o + 2 * step] = s2;
  out[o + 3 * step] = s3;
}

function block4x4(
  a: Strided,
  b: Strided,
  out: Float64Array,
  to: number,
  i: number,
  j: number,
  k: number,
  m: number,
): void {
  const [x, y, ar, ac, br, bc] = [a.data, b.data, a.row, a.column, b.row, b.column];
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [s20, s21, s22, s23, s30, s31, s32, s33] = [0, 0, 0, 0, 0, 0, 0, 0];
  let p = a.from + i * ar;
  let q = b.from + j * bc;
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
  let o = to + i * m + j;
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
