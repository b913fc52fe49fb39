/** @file 7.3 A classifier with one hidden layer, backwards. */
import { type Act, type Mat, type Mlp2, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 7.3 · 2 points · about 15 minutes
 *
 * A classifier with one hidden layer. p holds W1, shape (k, d), b1 with k entries, W2, shape (1, k), and the
 * number b2; y is 0 or 1:
 *
 *   z1 = W1 x + b1,   a1 = g(z1),   z2 = W2 a1 + b2,   yhat = σ(z2)
 *
 * loss = -[y ln(yhat) + (1 - y) ln(1 - yhat)], as in lesson 2. g.f is the activation, g.df its slope; both
 * take z. Return yhat, loss and the gradient of loss: dW1, db1, dW2 shaped like W1, b1, W2, and the number db2.
 *
 * By hand: no autograd, no nudging. Example: if W2 is all zeros and b2 = 0, then yhat = 0.5 and dW1 is all zeros.
 */
export function bceMlpBackward(
  p: Mlp2,
  x: Vec,
  y: number,
  g: Act,
): { yhat: number; loss: number; dW1: Mat; db1: Vec; dW2: Mat; db2: number } {
  // TODO: forward, keeping z1 and a1; then back from z2
  throw new NotImplementedError("bceMlpBackward");
}
