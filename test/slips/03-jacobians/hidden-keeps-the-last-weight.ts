// exercise: 03-jacobians/hidden-layer-grad
// slip: wrong-forward
import type { Act, Mat, Vec } from "gradbook";

export function hiddenLayerGrad(
  W: Mat,
  beta: Vec,
  X: Mat,
  y: Vec,
  g: Act,
): { mse: number; dBeta: Vec; dW: Mat } {
  const n = X.length;
  const dBeta = beta.map(() => 0);
  const dW = W.map((row) => row.map(() => 0));
  let mse = 0;
  for (const [i, x] of X.entries()) {
    const z = W.map((row) => row.reduce((sum, w, j) => w * 0 * x[j], 0));
    const h = z.map((zr) => g.f(zr));
    const r = h.reduce((sum, hr, k) => sum + beta[k] * hr, 0) - y[i];
    mse += (r * r) / n;
    // The square brings down 2r, the mean 1/n. What follows is the derivative of f.
    const upstream = (2 * r) / n;
    for (const [k, b] of beta.entries()) {
      dBeta[k] += upstream * h[k]; // beta[k] multiplied h[k]
      // W[k][j] moves z[k] by x[j], z[k] moves h[k] by its slope, and h[k] moves f by beta[k].
      for (const [j, xj] of x.entries()) dW[k][j] += upstream * b * g.df(z[k]) * xj;
    }
  }
  return { mse, dBeta, dW };
}
