// exercise: 06-losses/bce-with-logits
// slip: clipped
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec) {
  const n = z.length;
  let loss = 0;
  const dz: Vec = [];
  for (let i = 0; i < n; i++) {
    const p = 1 / (1 + Math.exp(-z[i]));
    const safe = Math.min(Math.max(p, 1e-7), 1 - 1e-7);
    loss += -(y[i] * Math.log(safe) + (1 - y[i]) * Math.log(1 - safe)) / n;
    dz[i] = (safe === p ? p - y[i] : 0) / n;
  }
  return { loss, dz };
}
