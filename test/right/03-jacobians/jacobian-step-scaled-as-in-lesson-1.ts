// exercise: 03-jacobians/numerical-jacobian
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const columns = x.map((xk, k) => {
    const step = h * Math.max(1, Math.abs(xk));
    const at = x.slice();
    at[k] = xk + step;
    const plus = f(at);
    at[k] = xk - step;
    const minus = f(at);
    return plus.map((p, i) => (p - minus[i]) / (2 * step));
  });
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}
