// exercise: 03-jacobians/numerical-jacobian
// slip: shared-copy
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const at = [...x];
  const columns = x.map((xk, k) => {
    at[k] = xk + h;
    const plus = f(at);
    at[k] = xk - h;
    const minus = f(at);
    return plus.map((p, i) => (p - minus[i]) / (2 * h));
  });
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}
