// exercise: 03-jacobians/numerical-jacobian
import type { Mat, Vec, VecFn } from "gradbook";

export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  const J: Mat = [];
  for (let k = 0; k < x.length; k++) {
    const plus = [...x];
    const minus = [...x];
    plus[k] += h;
    minus[k] -= h;
    const [up, down] = [f(plus), f(minus)];
    for (let i = 0; i < up.length; i++) {
      J[i] = J[i] ?? [];
      J[i][k] = (up[i] - down[i]) / (plus[k] - minus[k]);
    }
  }
  return J;
}
