// exercise: 09-inputs/maximise-unit
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  if (steps === 0) return x0;
  const g = grad(x0);
  const x1 = x0.map((v, k) => (1 - 2 * eta * lambda) * v + eta * g[k]);
  return maximiseUnit(grad, x1, lambda, eta, steps - 1);
}
