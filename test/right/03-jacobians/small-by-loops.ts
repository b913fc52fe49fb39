// exercise: 03-jacobians/small-jacobians
import type { Mat, Vec } from "gradbook";

export function smallJacobians(
  x: number,
  v: Vec,
  w: Vec,
): { vecByScalar: Mat; scalarByVec: Mat; vecByVec: Mat } {
  const [v1] = v;
  const row: Vec = [];
  for (let k = 0; k < w.length; k++) row.push(w[k]);
  const vecByScalar: Mat = [];
  vecByScalar.push([-5]);
  vecByScalar.push([x + x]);
  return {
    vecByScalar,
    scalarByVec: [row],
    vecByVec: [
      [-5, 1],
      [v1 + v1, 0],
    ],
  };
}
