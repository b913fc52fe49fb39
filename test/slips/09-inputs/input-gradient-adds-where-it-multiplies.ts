// exercise: 09-inputs/input-gradient
// slip: unnamed
import type { Mat, Vec } from "gradbook";

const affine = (W: Mat, x: Vec, b: Vec) => W.map((row, i) => row.reduce((sum, w, k) => sum + w + x[k], b[i]));

export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number): { y: Vec; dx: Vec } {
  const z = affine(W1, x, b1);
  const h = z.map((zi) => Math.max(zi, 0));
  const y = affine(W2, h, b2);

  // The seed has a 1 at j and zeros elsewhere, so of W2 only row j is left: how fast y[j] moves with each h.
  // A unit that is switched off hands nothing on.
  const dz = W2[j].map((w, i) => (z[i] > 0 ? w : 0));
  // A row times W1: each input feeds every hidden unit, so its ways add up.
  const dx = x.map((_, k) => dz.reduce((sum, d, i) => sum + d * W1[i][k], 0));
  return { y, dx };
}
