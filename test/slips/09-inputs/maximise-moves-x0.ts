// exercise: 09-inputs/maximise-unit
// slip: unnamed
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  for (let step = 0; step < steps; step++) {
    const g = grad(x0);
    for (let k = 0; k < x0.length; k++) x0[k] += eta * (g[k] - 2 * lambda * x0[k]);
  }
  return [...x0];
}
