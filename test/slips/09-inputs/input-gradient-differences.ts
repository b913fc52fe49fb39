// exercise: 09-inputs/input-gradient
// slip: unnamed
import type { Mat, Vec } from "gradbook";

export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number) {
  const z = W1.map((row, i) => row.reduce((sum, w, k) => sum + w * x[k], b1[i]));
  const h = z.map((v) => Math.max(v, 0));
  const y = W2.map((row, i) => row.reduce((sum, w, k) => sum + w * h[k], b2[i]));
  const score = (v: Vec) =>
    W1.map((row, i) =>
      Math.max(
        row.reduce((sum, w, k) => sum + w * v[k], b1[i]),
        0,
      ),
    ).reduce((sum, a, i) => sum + W2[j][i] * a, b2[j]);
  const dx = x.map((_, k) => {
    const [up, down] = [1e-6, -1e-6].map((step) => score(x.map((v, i) => (i === k ? v + step : v))));
    return (up - down) / 2e-6;
  });
  return { y, dx };
}
