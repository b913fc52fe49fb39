// exercise: 07-matrix-backprop/one-iteration
// slip: unnamed
import type { Mat, Vec } from "gradbook";

export function oneIteration(W0: Mat, W1: Mat, x: Vec, y: number, lr: number) {
  const x1 = W0.map((row) => row[0] * x[0] + row[1] * x[1]);
  const x2 = x1.map((z) => Math.tanh(z));
  const x3 = W1[0][0] * x2[0] + W1[0][1] * x2[1];
  const loss = (x3 - y) ** 2 / 2;
  const dx3 = x3 - y;
  const dx1 = x2.map((h, i) => dx3 * W1[0][i] * (1 - h * h));
  const dW1 = [x2.map((h) => dx3 * h)];
  const dW0 = dx1.map((d) => x.map((xj) => d * xj));
  const W0New = W0.map((row, i) => row.map((w, j) => w - lr * dW0[i][j]));
  const W1New = W1.map((row) => row.map((w, j) => w - lr * dW1[0][j]));
  return { x1, x2, x3: [x3], loss, dW0, dW1, W0New, W1New };
}
