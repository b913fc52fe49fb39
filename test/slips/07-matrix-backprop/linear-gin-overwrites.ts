// exercise: 07-matrix-backprop/linear-backward
// slip: unnamed
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = x.map((_, j) => gOut[gOut.length - 1] * W[gOut.length - 1][j]);
  const dW = gOut.map((g) => x.map((xj) => g * xj));
  const db = [...gOut];
  return { gIn, dW, db };
}
