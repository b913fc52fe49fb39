// exercise: 08-training/train-moons
import { type Mat, type Mlp2, normal, type Rng, type Vec } from "gradbook";

export function trainMoons(X: Mat, y: Vec, rng: Rng) {
  const H = 16;
  const draw = normal(rng);
  const weights = (out: number, inn: number): Mat =>
    Array.from({ length: out }, () => Array.from({ length: inn }, () => Math.sqrt(2 / (out + inn)) * draw()));
  const p: Mlp2 = { W1: weights(H, 2), b1: new Array<number>(H).fill(0), W2: weights(1, H), b2: 0 };
  const start = copyOf(p);
  const v = { W1: p.W1.map(() => [0, 0]), b1: p.b1.map(() => 0), W2: new Array<number>(H).fill(0), b2: 0 };
  const forward = (x: Vec) => {
    const h = p.W1.map((row, k) => Math.tanh(row[0] * x[0] + row[1] * x[1] + p.b1[k]));
    let z = p.b2;
    for (let k = 0; k < H; k++) z += p.W2[0][k] * h[k];
    return { h, yhat: 1 / (1 + Math.exp(-z)) };
  };
  const losses: Vec = [];
  for (let epoch = 0; epoch < 60; epoch++) {
    const order = shuffled(X.length, rng);
    let loss = 0;
    for (let from = 0; from < order.length; from += 20) {
      const batch = order.slice(from, from + 20);
      const g = {
        W1: p.W1.map(() => [0, 0]),
        b1: p.b1.map(() => 0),
        W2: new Array<number>(H).fill(0),
        b2: 0,
      };
      for (const i of batch) {
        const { h, yhat } = forward(X[i]);
        loss -= Math.log(y[i] === 1 ? yhat : 1 - yhat) / X.length;
        const dz = (yhat - y[i]) / batch.length;
        g.b2 += dz;
        for (let k = 0; k < H; k++) {
          const dz1 = dz * p.W2[0][k] * (1 - h[k] ** 2);
          g.W2[k] += dz * h[k];
          g.b1[k] += dz1;
          g.W1[k][0] += dz1 * X[i][0];
          g.W1[k][1] += dz1 * X[i][1];
        }
      }
      v.b2 = 0.9 * v.b2 - 0.1 * g.b2;
      p.b2 += v.b2;
      for (let k = 0; k < H; k++) {
        for (const j of [0, 1]) {
          v.W1[k][j] = 0.9 * v.W1[k][j] - 0.1 * g.W1[k][j];
          p.W1[k][j] += v.W1[k][j];
        }
        v.b1[k] = 0.9 * v.b1[k] - 0.1 * g.b1[k];
        p.b1[k] += v.b1[k];
        v.W2[k] = 0.9 * v.W2[k] - 0.1 * g.W2[k];
        p.W2[0][k] += v.W2[k];
      }
    }
    losses.push(loss);
  }
  return { predict: (x: Vec) => Math.min(Math.max(forward(x).yhat, 1e-4), 1 - 1e-4), losses, start, end: p };
}

const copyOf = ({ W1, b1, W2, b2 }: Mlp2): Mlp2 => ({
  W1: W1.map((row) => [...row]),
  b1: [...b1],
  W2: W2.map((row) => [...row]),
  b2,
});

function shuffled(n: number, rng: Rng) {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
