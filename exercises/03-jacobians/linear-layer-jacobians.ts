/** @file 3.4 The three Jacobians of a linear layer. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 3.4 · 3 points · about 15 minutes
 *
 * The layer y = Wx + b, where W has shape (m, n). Return its Jacobians, row = output:
 *
 * - dx, shape (m, n): by x
 * - db, shape (m, m): by b
 * - dvecW, shape (m, m·n): by the weights, row after row: W[0][0], W[0][1], …, W[m-1][n-1]
 *
 * Return new matrices: whoever changes one of them must not change W. By hand: no autograd, no nudging.
 *
 * Example: W = [[7]] and x = [3] give dx = [[7]], db = [[1]], dvecW = [[3]].
 */
export function linearLayerJacobians(W: Mat, x: Vec): { dx: Mat; db: Mat; dvecW: Mat } {
  // TODO: what does y[i] look at?
  throw new NotImplementedError("linearLayerJacobians");
}
