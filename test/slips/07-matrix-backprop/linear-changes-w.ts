// exercise: 07-matrix-backprop/linear-backward
// slip: mutates-input
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = x.map((_, j) => gOut.reduce((sum, g, i) => sum + g * W[i][j], 0));
  const dW = W.map((row, i) => row.map((_, j) => (row[j] = gOut[i] * x[j])));
  const db = [...gOut];
  return { gIn, dW, db };
}
