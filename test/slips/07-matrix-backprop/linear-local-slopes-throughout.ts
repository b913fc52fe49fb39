// exercise: 07-matrix-backprop/linear-backward
// slip: ignores-upstream
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec) {
  const gIn = x.map((_, j) => W.reduce((sum, row) => sum + row[j], 0));
  const dW = gOut.map(() => [...x]);
  const db = gOut.map(() => 1);
  return { gIn, dW, db };
}
