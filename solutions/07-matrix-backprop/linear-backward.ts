/** @file 7.1 The linear layer backwards. */
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec): { gIn: Vec; dW: Mat; db: Vec } {
  return {
    // x[j] reaches every y[i], through W[i][j]: add over i. This is the row gOut times W.
    gIn: x.map((_, j) => gOut.reduce((sum, g, i) => sum + g * W[i][j], 0)),
    // W[i][j] reaches y[i] only, multiplied by x[j]: nothing to add. An outer product, column times row.
    dW: gOut.map((g) => x.map((xj) => g * xj)),
    db: [...gOut], // b[i] moves y[i] one for one
  };
}
