// exercise: 05-two-modes/reverse-accumulate
import type { JacLayer, Mat, Vec } from "gradbook";

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec) {
  const zs: Vec[] = [x];
  const Js: Mat[] = [];
  for (let j = 0; j < layers.length; j++) {
    Js.push(layers[j].J(zs[j]));
    zs.push(layers[j].f(zs[j]));
  }
  const rows: Vec[] = [seed];
  for (let j = layers.length - 1; j >= 0; j--) {
    const row = zs[j].map(() => 0);
    for (let i = 0; i < Js[j].length; i++)
      for (let k = 0; k < row.length; k++) row[k] += rows[0][i] * Js[j][i][k];
    rows.unshift(row);
  }
  return { zs, rows };
}
