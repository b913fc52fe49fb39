/** @file 7.2 One iteration of training, with every number. */
import type { Mat, Vec } from "gradbook";

const times = (W: Mat, v: Vec): Vec => W.map((row) => row.reduce((sum, w, j) => sum + w * v[j], 0));
const outer = (g: Vec, v: Vec): Mat => g.map((gi) => v.map((vj) => gi * vj));
const step = (W: Mat, dW: Mat, lr: number): Mat => W.map((row, i) => row.map((w, j) => w - lr * dW[i][j]));

export function oneIteration(
  W0: Mat,
  W1: Mat,
  x: Vec,
  y: number,
  lr: number,
): { x1: Vec; x2: Vec; x3: number; loss: number; dW0: Mat; dW1: Mat; W0New: Mat; W1New: Mat } {
  const x1 = times(W0, x);
  const x2 = x1.map(Math.tanh);
  const [x3] = times(W1, x2);
  const loss = (x3 - y) ** 2 / 2;

  const dx3 = x3 - y; // the half meets the 2 of the square
  const dx2 = W1[0].map((w) => dx3 * w); // still the old W1: the step comes when all gradients are known
  const dx1 = dx2.map((d, i) => d * (1 - x2[i] ** 2)); // tanh' in its own value
  const [dW1, dW0] = [outer([dx3], x2), outer(dx1, x)]; // each time: what arrives behind W, times what W received

  return { x1, x2, x3, loss, dW0, dW1, W0New: step(W0, dW0, lr), W1New: step(W1, dW1, lr) };
}
