/** @file 6.1 Three losses for regression, each with its gradient. */
import { type LossGrad, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 6.1 · 2 points · about 10 minutes
 *
 * Predictions a and truths b, both of shape (n), with residuals r = a - b. Return value, the loss summed over the n
 * entries, and grad, its gradient by a, shape (n):
 *
 * - squared: r², without a ½
 * - absolute: |r|, with slope 0 at r = 0
 * - huber: r²/2 where |r| <= delta, else delta·|r| - delta²/2
 *
 * Leave a and b as they are. By hand: no autograd.
 *
 * Example: a = [5, 2] and b = [1, 2] have the squared loss 16, the absolute loss 4 and, for delta = 2, the huber loss 6.
 *
 * @param delta where huber turns from a parabola into lines
 */
export function regressionLoss(kind: "squared" | "absolute" | "huber", a: Vec, b: Vec, delta = 1): LossGrad {
  // TODO: a value and a slope for each residual
  throw new NotImplementedError("regressionLoss");
}
