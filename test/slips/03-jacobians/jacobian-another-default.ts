// exercise: 03-jacobians/numerical-jacobian
// slip: unnamed
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 1e-4): Mat {
  // Nudging input k moves all outputs at once: the two calls for it give all of column k.
  const columns = x.map((_, k) => {
    const plus = f(x.map((xj, j) => (j === k ? xj + h : xj)));
    const minus = f(x.map((xj, j) => (j === k ? xj - h : xj)));
    return plus.map((p, i) => (p - minus[i]) / (2 * h));
  });
  // A row belongs to an output, so the columns have to be turned. Only f knows how many outputs there are.
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}
