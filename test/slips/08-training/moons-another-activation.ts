// exercise: 08-training/train-moons
// slip: unnamed
import { type Mat, type Mlp2, normal, type Rng, type Vec } from "gradbook";
import { initWeights } from "../../../solutions/08-training/init-weights.ts";
import { minibatches } from "../../../solutions/08-training/minibatches.ts";
import { momentumStep } from "../../../solutions/08-training/momentum.ts";

export function trainMoons(
  X: Mat,
  y: Vec,
  rng: Rng,
): { predict(x: Vec): number; losses: Vec; start: Mlp2; end: Mlp2 } {
  const hidden = 16;

  // All parameters in one list, because momentumStep takes a list: W1 row by row, b1, W2, b2.
  const pack = ({ W1, b1, W2, b2 }: Mlp2): Vec => [...W1.flat(), ...b1, ...W2[0], b2];
  const unpack = (theta: Vec): Mlp2 => ({
    W1: Array.from({ length: hidden }, (_, k) => theta.slice(2 * k, 2 * k + 2)),
    b1: theta.slice(2 * hidden, 3 * hidden),
    W2: [theta.slice(3 * hidden, 4 * hidden)],
    b2: theta[4 * hidden],
  });

  const forward = ({ W1, b1, W2, b2 }: Mlp2, x: Vec) => {
    const h = W1.map(([w0, w1], k) => Math.sin(w0 * x[0] + w1 * x[1] + b1[k]));
    return { h, z: h.reduce((sum, hk, k) => sum + W2[0][k] * hk, b2) };
  };
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

  const batchGradient = (p: Mlp2, batch: number[]) => {
    let loss = 0;
    const grad = new Array<number>(4 * hidden + 1).fill(0);
    for (const i of batch) {
      const { h, z } = forward(p, X[i]);
      loss += Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z))); // no overflow, as in 2.5
      const dz = (sigmoid(z) - y[i]) / batch.length; // the mean: 1/n goes in once, here
      for (let k = 0; k < hidden; k++) {
        const dz1 = dz * p.W2[0][k] * (1 - h[k] * h[k]);
        grad[2 * k] += dz1 * X[i][0];
        grad[2 * k + 1] += dz1 * X[i][1];
        grad[2 * hidden + k] += dz1;
        grad[3 * hidden + k] += dz * h[k]; // the second layer learns too
      }
      grad[4 * hidden] += dz;
    }
    return { loss, grad };
  };

  const start: Mlp2 = {
    W1: initWeights("xavier", 2, hidden, normal(rng)),
    b1: Array.from({ length: hidden }, () => 0), // biases may start at 0: the weights already make the units differ
    W2: initWeights("xavier", hidden, 1, normal(rng)),
    b2: 0,
  };
  let theta = pack(start);
  let v = theta.map(() => 0);
  const losses: Vec = [];
  for (let epoch = 0; epoch < 60; epoch++) {
    let total = 0;
    for (const batch of minibatches(X.length, 20, rng)) {
      const { loss, grad } = batchGradient(unpack(theta), batch);
      total += loss;
      ({ theta, v } = momentumStep(theta, v, grad, 0.1, 0.9));
    }
    losses.push(total / X.length);
  }
  const end = unpack(theta);
  return { predict: (x) => sigmoid(forward(end, x).z), losses, start, end };
}
