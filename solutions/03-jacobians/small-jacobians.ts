/** @file 3.1 Three small Jacobians. */
import type { Mat, Vec } from "gradbook";

export function smallJacobians(
  x: number,
  v: Vec,
  w: Vec,
): { vecByScalar: Mat; scalarByVec: Mat; vecByVec: Mat } {
  return {
    vecByScalar: [[-5], [2 * x]], // two outputs make two rows, one input makes rows of one number
    scalarByVec: [[...w]], // one output makes one row; u[k] is multiplied by w[k], wherever u is
    // Row by row: -5·v1 + v2 moves by -5 and by 1; v1² moves by 2·v1, and not at all with v2.
    vecByVec: [
      [-5, 1],
      [2 * v[0], 0],
    ],
  };
}
