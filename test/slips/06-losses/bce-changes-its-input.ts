// exercise: 06-losses/bce-with-logits
// slip: unnamed
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec) {
  const n = z.length;
  let loss = 0;
  const dz: Vec = [];
  for (let i = 0; i < n; i++) {
    const p = 1 / (1 + Math.exp(-z[i]));
    y[i] = y[i] > 0.5 ? 1 : -1;
    loss += (Math.max(-y[i] * z[i], 0) + Math.log1p(Math.exp(-Math.abs(z[i])))) / n;
    dz[i] = (p - (y[i] + 1) / 2) / n;
  }
  return { loss, dz };
}
