// exercise: 05-two-modes/reverse-accumulate
// slip: matrix-product
import type { JacLayer, Mat, Vec } from "gradbook";

const product = (A: Mat, B: Mat) =>
  A.map((row) => B[0].map((_, k) => row.reduce((sum, a, i) => sum + a * B[i][k], 0)));

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec) {
  const zs = [x];
  for (const { f } of layers) zs.push(f(zs[zs.length - 1]));
  const rows = zs.map(() => seed);
  let D: Mat = seed.map((_, i) => seed.map((_, k) => (i === k ? 1 : 0)));
  for (let j = layers.length - 1; j >= 0; j--) {
    D = product(D, layers[j].J(zs[j]));
    rows[j] = product([seed], D)[0];
  }
  return { zs, rows };
}
