// exercise: 07-matrix-backprop/bce-mlp-backward
// slip: skipped-layer
import type { Act, Mlp2, Vec } from "gradbook";

export function bceMlpBackward(p: Mlp2, x: Vec, y: number, g: Act) {
  const z1 = p.W1.map((row, k) => row.reduce((sum, w, j) => sum + w * x[j], p.b1[k]));
  const a1 = z1.map((z) => g.f(z));
  const z2 = a1.reduce((sum, a, k) => sum + p.W2[0][k] * a, p.b2);
  const yhat = 1 / (1 + Math.exp(-z2));
  const loss = y ? -Math.log(yhat) : -Math.log(1 - yhat);
  const dz2 = yhat - y;
  const db1 = z1.map((z, k) => dz2 * g.df(z1[k]));
  return {
    yhat,
    loss,
    dW1: db1.map((d) => x.map((xj) => d * xj)),
    db1,
    dW2: [a1.map((a) => dz2 * a)],
    db2: dz2,
  };
}
