// exercise: 06-losses/softmax-cross-entropy
import type { Vec } from "gradbook";

export function softmaxCrossEntropy(z: Vec, target: Vec): { loss: number; p: Vec; dz: Vec } {
  let m = -Infinity;
  for (const v of z) if (v > m) m = v;
  let total = 0;
  for (const v of z) total += Math.exp(v - m);
  let loss = 0;
  const p: Vec = [];
  const dz: Vec = [];
  for (let i = 0; i < z.length; i++) {
    p[i] = Math.exp(z[i] - m) / total;
    dz[i] = p[i] - target[i];
    if (target[i] > 0) loss -= target[i] * (z[i] - m - Math.log(total));
  }
  return { loss, p, dz };
}
