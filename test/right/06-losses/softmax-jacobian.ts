// exercise: 06-losses/softmax-cross-entropy
import type { Vec } from "gradbook";

// Through the whole Jacobian of ln p: its row i holds 1[i = j] - p[j].
export function softmaxCrossEntropy(z: Vec, target: Vec) {
  const m = z.reduce((a, b) => Math.max(a, b));
  const shifted = z.map((v) => v - m);
  const lse = Math.log(shifted.map(Math.exp).reduce((a, b) => a + b));
  const logP = shifted.map((v) => v - lse);
  const p = logP.map(Math.exp);
  const loss = -logP.reduce((sum, l, i) => sum + target[i] * l, 0);
  const dz = z.map((_, j) => -target.reduce((sum, t, i) => sum + t * ((i === j ? 1 : 0) - p[j]), 0));
  return { loss, p, dz };
}
