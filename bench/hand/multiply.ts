/** @file The matrix product of the hand-derived loops: 4×4 sums at a time, strides instead of transposed copies. */

/** Where entry (i, j) stands: `row`·i + `column`·j. */
export interface Matrix {
  readonly data: Float64Array;
  readonly row: number;
  readonly column: number;
}
export const rows = (data: Float64Array, columns: number): Matrix => ({ data, row: columns, column: 1 });
export const flipped = ({ data, row, column }: Matrix): Matrix => ({ data, row: column, column: row });

/** out (n, m), dense, becomes a (n, k) · b (k, m). */
export function multiply(out: Float64Array, a: Matrix, b: Matrix, n: number, k: number, m: number): void {
  const [wholeRows, wholeColumns] = [n & ~3, m & ~3];
  for (let i = 0; i < wholeRows; i += 4) {
    for (let j = 0; j < wholeColumns; j += 4) block(out, a, b, i, j, k, m);
    for (let j = wholeColumns; j < m; j++) for (let r = i; r < i + 4; r++) entry(out, a, b, r, j, k, m);
  }
  for (let i = wholeRows; i < n; i++) for (let j = 0; j < m; j++) entry(out, a, b, i, j, k, m);
}

function entry(out: Float64Array, a: Matrix, b: Matrix, i: number, j: number, k: number, m: number): void {
  let sum = 0;
  for (let t = 0, p = i * a.row, q = j * b.column; t < k; t++, p += a.column, q += b.row)
    sum += a.data[p]! * b.data[q]!;
  out[i * m + j] = sum;
}

function block(out: Float64Array, a: Matrix, b: Matrix, i: number, j: number, k: number, m: number): void {
  // One by one: lists would be allocated on every call.
  const x = a.data;
  const y = b.data;
  const ar = a.row;
  const ac = a.column;
  const br = b.row;
  const bc = b.column;
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  for (let t = 0, p = i * ar, q = j * bc; t < k; t++, p += ac, q += br) {
    const a0 = x[p]!;
    const a1 = x[p + ar]!;
    const a2 = x[p + 2 * ar]!;
    const a3 = x[p + 3 * ar]!;
    const b0 = y[q]!;
    const b1 = y[q + bc]!;
    const b2 = y[q + 2 * bc]!;
    const b3 = y[q + 3 * bc]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  let o = i * m + j;
  out[o] = c00;
  out[o + 1] = c01;
  out[o + 2] = c02;
  out[o + 3] = c03;
  o += m;
  out[o] = c10;
  out[o + 1] = c11;
  out[o + 2] = c12;
  out[o + 3] = c13;
  o += m;
  out[o] = c20;
  out[o + 1] = c21;
  out[o + 2] = c22;
  out[o + 3] = c23;
  o += m;
  out[o] = c30;
  out[o + 1] = c31;
  out[o + 2] = c32;
  out[o + 3] = c33;
}
