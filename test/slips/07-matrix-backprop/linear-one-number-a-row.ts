// exercise: 07-matrix-backprop/linear-backward
// slip: dot-instead-of-outer
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = x.map((_, j) => gOut.reduce((sum, g, i) => sum + g * W[i][j], 0));
  const dW = gOut.map((g) => g * x.reduce((sum, xj) => sum + xj, 0));
  const db = [...gOut];
  return { gIn, dW, db };
}
