// exercise: 03-jacobians/hidden-layer-grad
import type { Act, Mat, Vec } from "gradbook";

const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i], 0);
const columns = (M: Mat): Mat => M[0].map((_, j) => M.map((row) => row[j]));
const multiply = (A: Mat, B: Mat): Mat => A.map((row) => columns(B).map((column) => dot(row, column)));

export function hiddenLayerGrad(
  W: Mat,
  beta: Vec,
  X: Mat,
  y: Vec,
  g: Act,
): { mse: number; dBeta: Vec; dW: Mat } {
  const Z = multiply(X, columns(W));
  const H = Z.map((row) => row.map(g.f));
  const e = H.map((h, i) => dot(h, beta) - y[i]);
  const upstream = e.map((ei) => (2 * ei) / X.length);
  const dZ = Z.map((row, i) => row.map((z, k) => upstream[i] * beta[k] * g.df(z)));
  return {
    mse: dot(e, e) / e.length,
    dBeta: columns(H).map((h) => dot(h, upstream)),
    dW: multiply(columns(dZ), X),
  };
}
