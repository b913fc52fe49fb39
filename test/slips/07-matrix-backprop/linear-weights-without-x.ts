// exercise: 07-matrix-backprop/linear-backward
// slip: missing-input
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = x.map((_, j) => gOut.reduce((sum, g, i) => sum + g * W[i][j], 0));
  const dW = gOut.map((g) => x.map(() => g));
  const db = [...gOut];
  return { gIn, dW, db };
}
