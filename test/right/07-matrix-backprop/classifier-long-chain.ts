// exercise: 07-matrix-backprop/bce-mlp-backward
import type { Act, Mlp2, Vec } from "gradbook";

export function bceMlpBackward({ W1, b1, W2: [w2], b2 }: Mlp2, x: Vec, y: number, g: Act) {
  const z1: Vec = [];
  const a1: Vec = [];
  let z2 = b2;
  for (let k = 0; k < W1.length; k++) {
    let z = b1[k];
    for (let j = 0; j < x.length; j++) z += W1[k][j] * x[j];
    z1.push(z);
    a1.push(g.f(z));
    z2 += w2[k] * a1[k];
  }
  const yhat = 1 / (1 + Math.exp(-z2));
  const dyhat = -y / yhat + (1 - y) / (1 - yhat);
  const dz2 = dyhat * yhat * (1 - yhat);
  const da1 = w2.map((w) => w * dz2);
  const dz1 = da1.map((d, k) => d * g.df(z1[k]));
  return {
    yhat,
    loss: -y * Math.log(yhat) - (1 - y) * Math.log(1 - yhat),
    dW1: dz1.map((d) => x.map((xj) => d * xj)),
    db1: dz1,
    dW2: [a1.map((a) => a * dz2)],
    db2: dz2,
  };
}
