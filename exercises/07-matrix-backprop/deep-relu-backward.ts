/** @file 7.4 A relu network of any depth, backwards. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 7.4 · 4 points · about 20 minutes
 *
 * A network of any depth, one layer or more. With h[0] = x, for each layer k
 *
 *   f[k] = beta[k] + Omega[k] h[k]   and, but for the last layer,   h[k+1] = relu(f[k])
 *
 * The last f is the prediction, and loss is the sum of its entries' (f - y)². Return loss, and its gradient:
 * dOmega and dBeta, lists of arrays shaped like those of Omega and beta, and dX by x.
 *
 * Widths may differ. At a pre-activation of 0 relu has slope 0. Compute forwards once: reading any weight more
 * than 6 times costs a part. By hand: no autograd, no nudging.
 *
 * Example: Omega = [[[2]]], beta = [[1]], x = [3], y = [5] give f = 7 and loss = 4.
 */
export function deepReluBackward(
  Omega: Mat[],
  beta: Vec[],
  x: Vec,
  y: Vec,
): { loss: number; dOmega: Mat[]; dBeta: Vec[]; dX: Vec } {
  // TODO: one sweep forwards that keeps f and h, one sweep back
  throw new NotImplementedError("deepReluBackward");
}
