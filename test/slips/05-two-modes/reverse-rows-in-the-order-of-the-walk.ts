// exercise: 05-two-modes/reverse-accumulate
// slip: wrong-index
import type { JacLayer, Vec } from "gradbook";

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec) {
  const zs = [x];
  for (const { f } of layers) zs.push(f(zs[zs.length - 1]));
  const rows = [seed];
  for (let j = layers.length - 1; j >= 0; j--) {
    const [above, J] = [rows[rows.length - 1], layers[j].J(zs[j])];
    rows.push(zs[j].map((_, k) => J.reduce((sum, slopes, i) => sum + above[i] * slopes[k], 0)));
  }
  return { zs, rows };
}
