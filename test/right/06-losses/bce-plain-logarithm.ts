// exercise: 06-losses/bce-with-logits
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec) {
  const n = z.length;
  let total = 0;
  const dz = new Array(n);
  z.forEach((v, i) => {
    total += Math.max(v, 0) - v * y[i] + Math.log(1 + Math.exp(-Math.abs(v)));
    dz[i] = (1 / (1 + Math.exp(-v)) - y[i]) / n;
  });
  return { loss: total / n, dz };
}
