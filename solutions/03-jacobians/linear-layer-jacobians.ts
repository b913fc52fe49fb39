/** @file 3.4 The three Jacobians of a linear layer. */
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec): { dx: Mat; db: Mat; dvecW: Mat } {
  // y[i] = W[i][0]·x[0] + W[i][1]·x[1] + … + b[i]. Read off what multiplies each input.
  return {
    dx: W.map((row) => [...row]), // x[j] is multiplied by W[i][j]: W itself, in rows of their own
    db: W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0))), // b[i] is added to y[i] only
    // The weight W[r][j] appears in y[r] only, multiplied by x[j]. So row i holds x in the places of W's
    // row i, and 0 in the places of all other rows.
    dvecW: W.map((_, i) => W.flatMap((_row, r) => x.map((xj) => (r === i ? xj : 0)))),
  };
}
