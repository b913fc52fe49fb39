// exercise: 09-inputs/maximise-unit
// slip: learning-rate-lost
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  let x = [...x0];
  for (let step = 0; step < steps; step++) {
    const g = grad(x);
    x = x.map((xk, k) => xk + g[k] - 2 * lambda * xk);
  }
  return x;
}
