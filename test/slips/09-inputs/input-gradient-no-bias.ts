// exercise: 09-inputs/input-gradient
// slip: missing-bias
import type { Mat, Vec } from "gradbook";

export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number) {
  const z = W1.map((row, i) => row.reduce((sum, w, k) => sum + w * x[k], 0));
  const h = z.map((v) => Math.max(v, 0));
  const y = W2.map((row, i) => row.reduce((sum, w, k) => sum + w * h[k], 0));
  const dz = W2[j].map((w, i) => (z[i] > 0 ? w : 0));
  const dx = x.map((_, k) => dz.reduce((sum, v, i) => sum + v * W1[i][k], 0));
  return { y, dx };
}
