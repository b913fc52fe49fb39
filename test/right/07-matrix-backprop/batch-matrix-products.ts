// exercise: 07-matrix-backprop/batch-linear-backward
import type { Mat } from "gradbook";

const transpose = (M: Mat): Mat => M[0].map((_, j) => M.map((row) => row[j]));
const multiply = (A: Mat, B: Mat): Mat =>
  A.map((row) => transpose(B).map((column) => row.reduce((sum, a, k) => sum + a * column[k], 0)));

export const batchLinearBackward = (X: Mat, W: Mat, G: Mat) => ({
  dX: multiply(G, W),
  dW: multiply(transpose(G), X),
  db: multiply([G.map(() => 1)], G)[0],
});
