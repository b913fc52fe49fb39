// exercise: 09-inputs/maximise-unit
// slip: unnamed
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  return steps > 0 ? [...x0] : grad(x0).map((_, k) => x0[k] + 0 * lambda * eta);
}
