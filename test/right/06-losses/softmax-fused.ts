// exercise: 06-losses/softmax-cross-entropy
import type { Vec } from "gradbook";

export function softmaxCrossEntropy(z: Vec, target: Vec) {
  const m = Math.max(...z);
  const e = z.map((zi) => Math.exp(zi - m));
  const total = e.reduce((sum, ei) => sum + ei, 0);
  const p = e.map((ei) => ei / total);
  const loss = target.reduce((sum, t, i) => sum + t * (m + Math.log(total) - z[i]), 0);
  const dz = p.map((pi, i) => pi - target[i]);
  return { loss, p, dz };
}
