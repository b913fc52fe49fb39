// exercise: 05-two-modes/reverse-accumulate
// slip: not-carried-on
import type { JacLayer, Vec } from "gradbook";

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec) {
  const zs = [x];
  for (const { f } of layers) zs.push(f(zs[zs.length - 1]));
  const rows = zs.map(() => seed);
  for (let j = layers.length - 1; j >= 0; j--) {
    const J = layers[j].J(zs[j]);
    rows[j] = zs[j].map((_, k) => J.reduce((sum, slopes, i) => sum + seed[i % seed.length] * slopes[k], 0));
  }
  return { zs, rows };
}
