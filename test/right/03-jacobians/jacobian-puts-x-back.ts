// exercise: 03-jacobians/numerical-jacobian
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const at = [...x];
  const columns: Mat = [];
  for (const [k, xk] of x.entries()) {
    at[k] = xk + h;
    const plus = f(at);
    at[k] = xk - h;
    const minus = f(at);
    at[k] = xk;
    columns.push(plus.map((p, i) => (p - minus[i]) / (2 * h)));
  }
  return Array.from(columns[0], (_, i) => columns.map((column) => column[i]));
}
