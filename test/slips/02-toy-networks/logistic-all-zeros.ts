// exercise: 02-toy-networks/logistic-backward
// slip: all-zeros
import type { Mat, Vec } from "gradbook";

export function logisticBackward(w: Vec, b: number, X: Mat, y: Vec) {
  const n = X.length;
  const z = X.map((x) => x.reduce((sum, xj, j) => sum + w[j] * xj, b));
  const yhat = z.map((zi) => 1 / (1 + Math.exp(-zi)));
  let loss = 0;
  let db = 0;
  const dw = w.map(() => 0);
  for (let i = 0; i < n; i++) {
    loss += (Math.max(z[i], 0) - y[i] * z[i] + Math.log1p(Math.exp(-Math.abs(z[i])))) / n;
    const dz = (yhat[i] - y[i]) / n;
    db += dz;
    for (let j = 0; j < w.length; j++) dw[j] += dz * X[i][j];
  }
  return { loss: 0, yhat: yhat.map(() => 0), dw: dw.map(() => 0), db: 0 };
}
