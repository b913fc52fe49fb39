// exercise: 02-toy-networks/logistic-backward
import type { Mat, Vec } from "gradbook";

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export function logisticBackward(w: Vec, b: number, X: Mat, y: Vec) {
  const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const z = X.map((x) => b + x.reduce((sum, xj, j) => sum + xj * w[j], 0));
  const yhat = z.map(sigmoid);
  // 1 - σ(z) is σ(-z), which does not round to 0.
  const loss = mean(z.map((zi, i) => (y[i] === 1 ? -Math.log(sigmoid(zi)) : -Math.log(sigmoid(-zi)))));
  const error = yhat.map((p, i) => p - y[i]);
  return { loss, yhat, db: mean(error), dw: w.map((_, j) => mean(error.map((e, i) => e * X[i][j]))) };
}
