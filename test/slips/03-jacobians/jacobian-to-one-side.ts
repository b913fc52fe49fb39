// exercise: 03-jacobians/numerical-jacobian
// slip: one-sided
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const moved = (k: number, by: number) => f(x.map((xj, j) => (j === k ? xj + by : xj)));
  const here = f(x);
  const columns = x.map((_, k) => moved(k, h).map((p, i) => (p - here[i]) / h));
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}
