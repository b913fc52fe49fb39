/** @file 2.5 Logistic regression: mean binary cross-entropy and its gradient. */
import type { Mat, Vec } from "gradbook";

const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export function logisticBackward(
  w: Vec,
  b: number,
  X: Mat,
  y: Vec,
): { loss: number; yhat: Vec; dw: Vec; db: number } {
  const n = X.length;
  const yhat: Vec = [];
  const dw = w.map(() => 0);
  let [loss, db] = [0, 0];
  for (const [i, x] of X.entries()) {
    const z = x.reduce((sum, xj, j) => sum + w[j] * xj, b);
    yhat[i] = sigmoid(z);
    // -[y ln σ(z) + (1-y) ln(1-σ(z))] = ln(1 + e^z) - y·z. Written like this, no logarithm ever meets 0:
    // ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|), and log1p keeps the digits of a tiny e^-|z|.
    loss += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / n;
    // The slope of the loss by yhat is (yhat - y) / (yhat (1 - yhat)), that of yhat by z is yhat (1 - yhat):
    // the product is yhat - y. The 1/n of the mean goes along.
    const dz = (yhat[i] - y[i]) / n;
    db += dz;
    for (const [j, xj] of x.entries()) dw[j] += dz * xj;
  }
  return { loss, yhat, dw, db };
}
