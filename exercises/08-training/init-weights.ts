/** @file 8.3 How weights begin, and what that does to gradients in depth. */
import { type Act, type Mat, NotImplementedError, type Rng, type Vec } from "gradbook";

/**
 * Exercise 8.3 · 2 points · about 15 minutes
 *
 * initWeights returns a matrix of shape (fanOut, fanIn). Each entry is a number of its own from normal(), which
 * returns standard normal numbers (half of them negative, some larger than 1), times a standard deviation:
 *
 * - zeros: 0
 * - xavier: √(2/(fanIn + fanOut))
 * - he: √(2/fanIn)
 *
 * gradNormByDepth runs a network without biases: h_0 = x, z_l = W_l h_(l-1) and h_l = g.f(z_l) for the matrices
 * of Ws in turn. Let S be the sum of the entries of the last h. Return the lengths (2-norms) of the gradients
 * dS/dz_l, one for each matrix, first layer first.
 *
 * By hand: no autograd. Example: one 1 × 1 matrix [[1]] with x = [0] and tanh returns [1].
 */
export function initWeights(
  scheme: "zeros" | "xavier" | "he",
  fanIn: number,
  fanOut: number,
  normal: Rng,
): Mat {
  // TODO
  throw new NotImplementedError("initWeights");
}

export function gradNormByDepth(Ws: Mat[], x: Vec, g: Act): Vec {
  // TODO: forwards, keep every z; then backwards
  throw new NotImplementedError("gradNormByDepth");
}
