// exercise: 06-losses/bce-with-logits
// slip: bce-bracket
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec) {
  const n = z.length;
  let loss = 0;
  const dz: Vec = [];
  for (let i = 0; i < n; i++) {
    const p = 1 / (1 + Math.exp(-z[i]));
    loss +=
      (y[i]
        ? Math.max(-z[i], 0) + Math.log1p(Math.exp(-Math.abs(z[i])))
        : -Math.max(z[i], 0) - Math.log1p(Math.exp(-Math.abs(z[i])))) / n;
    dz[i] = (p - y[i]) / n;
  }
  return { loss, dz };
}
