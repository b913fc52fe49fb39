// exercise: 03-jacobians/numerical-jacobian
// slip: wrong-shape
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const moved = (k: number, by: number) => f(x.map((xj, j) => (j === k ? xj + by : xj)));
  const columns = x.map((_, k) => {
    const [plus, minus] = [moved(k, h), moved(k, -h)];
    return plus.map((p, i) => (p - minus[i]) / (2 * h));
  });
  return x.map((_, i) => columns.map((column) => column[i] ?? Number.NaN));
}
