// exercise: 06-losses/bce-with-logits
// slip: non-finite
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec) {
  const n = z.length;
  let loss = 0;
  const dz: Vec = [];
  for (let i = 0; i < n; i++) {
    const p = 1 / (1 + Math.exp(-z[i]));
    loss += -(y[i] * Math.log(p) + (1 - y[i]) * Math.log(1 - p)) / n;
    dz[i] = (p - y[i]) / n;
  }
  return { loss, dz };
}
