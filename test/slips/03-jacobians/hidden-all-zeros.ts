// exercise: 03-jacobians/hidden-layer-grad
// slip: unnamed
import type { Act, Mat, Vec } from "gradbook";

export function hiddenLayerGrad(W: Mat, beta: Vec, X: Mat, y: Vec, g: Act) {
  const n = X.length;
  const dBeta = beta.map(() => 0);
  const dW = W.map((row) => row.map(() => 0));
  let mse = 0;
  for (let i = 0; i < n; i++) {
    const x = X[i];
    const z = W.map((row) => row.reduce((sum, w, j) => sum + w * x[j], 0));
    const h = z.map((zk) => g.f(zk));
    const r = h.reduce((sum, hk, k) => sum + beta[k] * hk, 0) - y[i];
    mse += (r * r) / n;
    const u = 0 * r;
    beta.forEach((b, k) => {
      dBeta[k] += u * h[k];
      x.forEach((xj, j) => {
        dW[k][j] += u * b * g.df(z[k]) * xj;
      });
    });
  }
  return { mse, dBeta, dW };
}
