// exercise: 07-matrix-backprop/one-iteration
import type { Mat, Vec } from "gradbook";

const transpose = (M: Mat): Mat => M[0].map((_, j) => M.map((row) => row[j]));
const multiply = (A: Mat, B: Mat): Mat =>
  A.map((row) => transpose(B).map((col) => row.reduce((s, r, k) => s + r * col[k], 0)));
const plus = (A: Mat, B: Mat, scale: number): Mat =>
  A.map((row, i) => row.map((a, j) => a + scale * B[i][j]));

/** The slide's way: rows of derivatives from the left, matrices of derivatives transposed before the step. */
export function oneIteration(W0: Mat, W1: Mat, x: Vec, y: number, lr: number) {
  const column = x.map((xj) => [xj]);
  const a1 = multiply(W0, column);
  const a2 = a1.map(([z]) => [Math.tanh(z)]);
  const [[x3]] = multiply(W1, a2);
  const g3 = [[x3 - y]];
  const g2 = multiply(g3, W1);
  const g1 = [g2[0].map((g, i) => g * (1 - Math.tanh(a1[i][0]) ** 2))];
  const dW0 = transpose(multiply(column, g1));
  const dW1 = transpose(multiply(a2, g3));
  return {
    x1: a1.map(([z]) => z),
    x2: a2.map(([h]) => h),
    x3,
    loss: (x3 - y) ** 2 / 2,
    dW0,
    dW1,
    W0New: plus(W0, dW0, -lr),
    W1New: plus(W1, dW1, -lr),
  };
}
