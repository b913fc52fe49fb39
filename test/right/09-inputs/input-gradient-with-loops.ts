// exercise: 09-inputs/input-gradient
import type { Mat, Vec } from "gradbook";

export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number) {
  const z = W1.map((row, i) => row.reduce((sum, w, k) => sum + w * x[k], b1[i]));
  const h = z.map((v) => Math.max(v, 0));
  const y = W2.map((row, i) => row.reduce((sum, w, k) => sum + w * h[k], b2[i]));
  const dx = x.map(() => 0);
  for (let i = 0; i < z.length; i++) {
    if (z[i] <= 0) continue;
    for (let k = 0; k < x.length; k++) dx[k] += W2[j][i] * W1[i][k];
  }
  return { y, dx };
}
