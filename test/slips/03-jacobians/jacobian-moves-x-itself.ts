// exercise: 03-jacobians/numerical-jacobian
// slip: mutates-input
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const columns = x.map((xk, k) => {
    x[k] = xk + h;
    const plus = f(x);
    x[k] = xk - h;
    const minus = f(x);
    return plus.map((p, i) => (p - minus[i]) / (2 * h));
  });
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}
