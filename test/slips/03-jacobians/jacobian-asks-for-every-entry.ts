// exercise: 03-jacobians/numerical-jacobian
// slip: unnamed
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const moved = (k: number, by: number) => f(x.map((xj, j) => (j === k ? xj + by : xj)));
  return f(x).map((_, i) => x.map((_xk, k) => (moved(k, h)[i] - moved(k, -h)[i]) / (2 * h)));
}
