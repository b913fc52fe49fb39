// exercise: 09-inputs/maximise-unit
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  const x = x0.slice();
  while (steps-- > 0) {
    const g = grad(x);
    for (let k = 0; k < x.length; k++) x[k] += eta * (g[k] - 2 * lambda * x[k]);
  }
  return x;
}
