/** @file 9.2 Climbing the score of a unit. */
import type { Vec, VecFn } from "gradbook";

export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  let x = [...x0];
  for (let step = 0; step < steps; step++) {
    const g = grad(x); // asked anew at each place: the slope changes on the way
    // −lambda·|x|² has the slope −2·lambda·x[k] by x[k]: it pulls each entry back to 0. Plus eta: uphill.
    x = x.map((xk, k) => xk + eta * (g[k] - 2 * lambda * xk));
  }
  return x;
}
