/** @file 7.6 The linear layer backwards, for a batch. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 7.6 · 2 points · about 10 minutes
 *
 * A batch: row i of X, shape (N, n), is example i, and row i of Y = X Wᵀ + 1 bᵀ is W x + b for it. W has shape
 * (m, n), b m entries. G, shaped like Y, is the gradient of a loss by Y; if that loss is a mean, its 1/N is in G
 * already. Return
 *
 * - dX, shaped like X: row i belongs to example i
 * - dW, shaped like W, and db, m entries: all examples together
 *
 * By hand: no autograd, no nudging. Example: X = [[1], [2]], W = [[3]], G = [[10], [20]] give dX = [[30], [60]],
 * dW = [[50]], db = [30].
 */
export function batchLinearBackward(X: Mat, W: Mat, G: Mat): { dX: Mat; dW: Mat; db: Vec } {
  // TODO: 7.1 for each row; what is added up over the rows?
  throw new NotImplementedError("batchLinearBackward");
}
