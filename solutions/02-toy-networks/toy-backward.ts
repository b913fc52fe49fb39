/** @file 2.4 The toy network backwards. */
import type { Act3, ToyCache, ToyGrads, ToyParams, Vec } from "gradbook";

export function toyBackward(p: ToyParams, c: ToyCache, dacts: Act3): ToyGrads {
  const dF: Vec = [0, 0, 0, 0];
  const dH: Vec = [0, 0, 0, 0];

  dF[3] = 2 * (c.f[3] - c.y); // the loss grows when the prediction moves away from y
  for (let k = 3; k >= 0; k--) {
    // Through f[k] = beta[k] + omega[k]·h[k]: the local slope by h[k] is omega[k].
    dH[k] = p.omega[k] * dF[k];
    // Through h[k] = a(f[k-1]): the local slope, at the input f[k-1] of the activation, not at its output h[k].
    if (k > 0) dF[k - 1] = dacts[k - 1](c.f[k - 1]) * dH[k];
  }

  return {
    dF,
    dH,
    dBeta: [...dF], // f[k] moves one for one with beta[k]
    dOmega: dF.map((d, k) => c.h[k] * d), // the weight multiplied the stored h[k]; for k = 0 that is x
    dX: dH[0],
  };
}
