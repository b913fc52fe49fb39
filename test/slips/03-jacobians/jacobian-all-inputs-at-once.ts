// exercise: 03-jacobians/numerical-jacobian
// slip: unnamed
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const [plus, minus] = [f(x.map((xj) => xj + h)), f(x.map((xj) => xj - h))];
  return plus.map((p, i) => x.map(() => (p - minus[i]) / (2 * h)));
}
