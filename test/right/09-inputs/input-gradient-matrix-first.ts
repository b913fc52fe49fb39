// exercise: 09-inputs/input-gradient
import type { Mat, Vec } from "gradbook";

export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number) {
  const z = W1.map((row, i) => row.reduce((sum, w, k) => sum + w * x[k], b1[i]));
  const h = z.map((v) => Math.max(v, 0));
  const y = W2.map((row, i) => row.reduce((sum, w, k) => sum + w * h[k], b2[i]));
  const D = W1.map((row, i) => row.map((w) => (z[i] > 0 ? w : 0)));
  const J = W2.map((row) => x.map((_, k) => row.reduce((sum, w, i) => sum + w * D[i][k], 0)));
  return { y, dx: J[j] };
}
