// exercise: 06-losses/softmax-cross-entropy
// slip: non-finite
import type { Vec } from "gradbook";

export function softmaxCrossEntropy(z: Vec, target: Vec) {
  const e = z.map((zi) => Math.exp(zi));
  const total = e.reduce((sum, ei) => sum + ei, 0);
  const p = e.map((ei) => ei / total);
  const loss = -target.reduce((sum, t, i) => sum + t * Math.log(p[i]), 0);
  return { loss, p, dz: p.map((pi, i) => pi - target[i]) };
}
