/** @file 7.3 A classifier with one hidden layer, backwards. */
import type { Act, Mat, Mlp2, Vec } from "gradbook";

const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i], 0);

export function bceMlpBackward(
  { W1, b1, W2, b2 }: Mlp2,
  x: Vec,
  y: number,
  g: Act,
): { yhat: number; loss: number; dW1: Mat; db1: Vec; dW2: Mat; db2: number } {
  const z1 = W1.map((row, k) => dot(row, x) + b1[k]);
  const a1 = z1.map((z) => g.f(z));
  const z2 = dot(W2[0], a1) + b2;
  const yhat = 1 / (1 + Math.exp(-z2));
  // The cross-entropy written in z2, as in lesson 2: no logarithm of a number that may have become 0.
  const loss = Math.max(z2, 0) - y * z2 + Math.log1p(Math.exp(-Math.abs(z2)));

  const dz2 = yhat - y; // sigmoid and cross-entropy together
  // W2 passes it on to each hidden unit, g' at that unit's z1 lets part of it through.
  const dz1 = W2[0].map((w, k) => w * dz2 * g.df(z1[k]));
  return {
    yhat,
    loss,
    dW1: dz1.map((d) => x.map((xj) => d * xj)), // a column for the units times the row of what W1 received
    db1: dz1,
    dW2: [a1.map((a) => dz2 * a)], // the same for W2, whose shape is (1, k): one row
    db2: dz2,
  };
}
