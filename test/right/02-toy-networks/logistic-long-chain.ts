// exercise: 02-toy-networks/logistic-backward
import type { Mat, Vec } from "gradbook";

export function logisticBackward(w: Vec, b: number, X: Mat, y: Vec) {
  const result = { loss: 0, yhat: [] as number[], dw: w.map(() => 0), db: 0 };
  X.forEach((x, i) => {
    let z = b;
    for (let j = 0; j < w.length; j++) z += w[j] * x[j];
    const [p, q] = [1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(z))];
    result.yhat.push(p);
    result.loss -= (y[i] * Math.log(p) + (1 - y[i]) * Math.log(q)) / X.length;
    const dz = (-y[i] / p + (1 - y[i]) / q) * p * q;
    result.db += dz / X.length;
    x.forEach((xj, j) => {
      result.dw[j] += (dz * xj) / X.length;
    });
  });
  return result;
}
