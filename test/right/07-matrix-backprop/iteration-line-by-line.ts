// exercise: 07-matrix-backprop/one-iteration
import type { Mat, Vec } from "gradbook";

export function oneIteration([[a, b], [c, d]]: Mat, [[u, v]]: Mat, [p, q]: Vec, y: number, lr: number) {
  const x1 = [a * p + b * q, c * p + d * q];
  const x2 = [Math.tanh(x1[0]), Math.tanh(x1[1])];
  const x3 = u * x2[0] + v * x2[1];
  const e = x3 - y;
  const k0 = e * u * (1 / Math.cosh(x1[0]) ** 2);
  const k1 = e * v * (1 / Math.cosh(x1[1]) ** 2);
  const dW0 = [
    [k0 * p, k0 * q],
    [k1 * p, k1 * q],
  ];
  const dW1 = [[e * x2[0], e * x2[1]]];
  return {
    x1,
    x2,
    x3,
    loss: 0.5 * e * e,
    dW0,
    dW1,
    W0New: [
      [a - lr * dW0[0][0], b - lr * dW0[0][1]],
      [c - lr * dW0[1][0], d - lr * dW0[1][1]],
    ],
    W1New: [[u - lr * dW1[0][0], v - lr * dW1[0][1]]],
  };
}
