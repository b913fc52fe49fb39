/** @file 9.1 The gradient of one score by the input. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 9.1 · 2 points · about 15 minutes
 *
 * A network with one hidden layer: z = W1 x + b1, h = relu(z), y = W2 h + b2. x holds n numbers, z and h hold k,
 * y holds a score for each class. W1 is k × n, W2 has a row for each class. Return
 *
 * - y: the scores
 * - dx: the gradient of the single score y[j] by x, as long as x
 *
 * relu has the slope 0 at 0. By hand: no autograd, no nudging.
 *
 * Example: W1 = [[2, 1], [0, -3]], b1 = [0, 0], W2 = [[5, 7]], b2 = [1] at x = [1, 4] with j = 0: z is [6, -12],
 * y is [31] and dx is [10, 5].
 */
export function inputGradient(W1: Mat, b1: Vec, W2: Mat, b2: Vec, x: Vec, j: number): { y: Vec; dx: Vec } {
  // TODO: forwards to the scores, then from y[j] back to x
  throw new NotImplementedError("inputGradient");
}
