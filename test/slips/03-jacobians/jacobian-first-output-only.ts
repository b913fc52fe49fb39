// exercise: 03-jacobians/numerical-jacobian
// slip: unnamed
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const moved = (k: number, by: number) => f(x.map((xj, j) => (j === k ? xj + by : xj)));
  return [x.map((_, k) => (moved(k, h)[0] - moved(k, -h)[0]) / (2 * h))];
}
