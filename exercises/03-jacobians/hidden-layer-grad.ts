/** @file 3.5 The gradient of a network with one hidden layer. */
import { type Act, type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 3.5 · 2 points · about 15 minutes
 *
 * The network f(x) = β·h with h = g(z) entry by entry and z = Wx. W has shape (k, d), beta k entries.
 * Row i of X, shape (n, d), is example i, and y[i] its target. g.f is the activation and g.df its slope,
 * both asked at z. Return
 *
 * - mse: the mean of (f - y)² over the n examples
 * - dBeta, shaped like beta, and dW, shaped like W: the gradient of mse
 *
 * By hand: no autograd, no nudging.
 *
 * Example: if beta is all zeros, every f is 0, mse is the mean of y², and dW is all zeros.
 */
export function hiddenLayerGrad(
  W: Mat,
  beta: Vec,
  X: Mat,
  y: Vec,
  g: Act,
): { mse: number; dBeta: Vec; dW: Mat } {
  // TODO: one example at a time, then add up
  throw new NotImplementedError("hiddenLayerGrad");
}
