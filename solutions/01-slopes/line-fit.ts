/** @file 1.3 The gradient of a line fit. */
import type { Vec } from "gradbook";

export function lineFitGrad(
  phi: [number, number],
  xs: Vec,
  ys: Vec,
): { loss: number; perExample: [number, number][]; grad: [number, number] } {
  const residuals = xs.map((x, i) => phi[0] + phi[1] * x - ys[i]);
  // The term is r². Its slope by r is 2r; r moves one for one with phi0, and x for one with phi1.
  const perExample = residuals.map((r, i): [number, number] => [2 * r, 2 * r * xs[i]]);

  let loss = 0;
  const grad: [number, number] = [0, 0];
  for (const [i, r] of residuals.entries()) {
    loss += r * r;
    grad[0] += perExample[i][0]; // the slope of a sum is the sum of the slopes
    grad[1] += perExample[i][1];
  }
  return { loss, perExample, grad };
}
