// exercise: 02-toy-networks/toy-backward
import type { Act3, ToyCache, ToyParams } from "gradbook";

/** Every gradient by its own product, the long way: slow, but right. */
export function toyBackward(p: ToyParams, c: ToyCache, dacts: Act3) {
  const dF = [0, 1, 2, 3].map((k) => {
    let product = 2 * (c.f[3] - c.y);
    for (let j = k; j < 3; j++) product *= p.omega[j + 1] * dacts[j](c.f[j]);
    return product;
  });
  const dH = dF.map((d, k) => d * p.omega[k]);
  return { dF, dH, dBeta: dF.slice(), dOmega: dF.map((d, k) => d * c.h[k]), dX: dH[0] };
}
