// exercise: 07-matrix-backprop/linear-backward
// slip: transposed
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = W.map((row) => row.reduce((sum, w, j) => sum + w * gOut[j], 0));
  const dW = gOut.map((g) => x.map((xj) => g * xj));
  const db = [...gOut];
  return { gIn, dW, db };
}
