// exercise: 03-jacobians/small-jacobians
// slip: wrong-index
import type { Vec } from "gradbook";

export function smallJacobians(x: number, v: Vec, w: Vec) {
  return {
    vecByScalar: [[-5], [2 * x]],
    scalarByVec: [w],
    vecByVec: [
      [-5, 1],
      [0, 2 * v[0]],
    ],
  };
}
