// exercise: 02-toy-networks/toy-backward
// slip: unnamed
import type { Act3, ToyCache, ToyGrads, ToyParams } from "gradbook";

export function toyBackward(p: ToyParams, c: ToyCache, dacts: Act3): ToyGrads {
  const dF = [0, 0, 0, 2 * (c.f[3] - c.y)];
  const dH = [0, 0, 0, 0];
  for (let k = 3; k >= 0; k--) {
    dH[k] = p.omega[k] * dF[k];
    if (k > 0) dF[k - 1] = dacts[k - 1](c.f[k - 1]) * dH[k];
  }
  const dBeta = [...dF];
  const dOmega = dF.map((d, k) => d * c.h[k]);
  const dX = dH[0];
  return { dF, dH, dBeta: dBeta.map(() => 1), dOmega, dX };
}
