/** @file 5.3 A row backwards through a chain of layers. */
import type { JacLayer, Vec } from "gradbook";

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec): { zs: Vec[]; rows: Vec[] } {
  // Forwards: store every input, because the Jacobians will be asked there.
  const zs = [x];
  for (const [j, { f }] of layers.entries()) zs.push(f(zs[j]));

  // Backwards: rows[j] = rows[j + 1]·J, with J of the layer between z[j] and z[j + 1], asked at what it received.
  const rows = zs.map(() => seed);
  for (let j = layers.length - 1; j >= 0; j--) {
    const J = layers[j].J(zs[j]);
    // A row times a matrix: each row of J, weighed by its entry of the row, added up.
    rows[j] = zs[j].map((_, k) => J.reduce((sum, slopes, i) => sum + rows[j + 1][i] * slopes[k], 0));
  }
  return { zs, rows };
}
