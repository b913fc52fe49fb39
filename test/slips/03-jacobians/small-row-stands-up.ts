// exercise: 03-jacobians/small-jacobians
// slip: transposed
import type { Vec } from "gradbook";

export function smallJacobians(x: number, v: Vec, w: Vec) {
  return {
    vecByScalar: [[-5], [2 * x]],
    scalarByVec: w.map((wk) => [wk]),
    vecByVec: [
      [-5, 1],
      [2 * v[0], 0],
    ],
  };
}
