// exercise: 03-jacobians/hidden-layer-grad
import type { Act, Mat, Vec } from "gradbook";

/** The derivative of f as a row, by section 5: beta^T diag(g') dz/dvec(W), cut back into the shape of W at the end. */
export function hiddenLayerGrad(W: Mat, beta: Vec, X: Mat, y: Vec, g: Act) {
  let mse = 0;
  let dBeta = beta.map(() => 0);
  let row = W.flat().map(() => 0);
  X.forEach((x, i) => {
    const z = W.map((w) => w.reduce((sum, wj, j) => sum + wj * x[j], 0));
    const r = z.reduce((sum, zk, k) => sum + beta[k] * g.f(zk), 0) - y[i];
    const J = W.map((_, k) => W.flatMap((_w, q) => x.map((xj) => (q === k ? xj : 0))));
    const Df = row.map((_, at) => J.reduce((sum, line, k) => sum + beta[k] * g.df(z[k]) * line[at], 0));
    mse += r ** 2;
    dBeta = dBeta.map((d, k) => d + 2 * r * g.f(z[k]));
    row = row.map((d, at) => d + 2 * r * Df[at]);
  });
  const n = X.length;
  const d = W[0].length;
  return {
    mse: mse / n,
    dBeta: dBeta.map((b) => b / n),
    dW: W.map((_, k) => row.slice(k * d, (k + 1) * d).map((w) => w / n)),
  };
}
