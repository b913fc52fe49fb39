/** @file 9.2 Climbing the score of a unit. */
import { NotImplementedError, type Vec, type VecFn } from "gradbook";

/**
 * Exercise 9.2 · 2 points · about 10 minutes
 *
 * A unit has an output y(x), and grad(x) is the gradient of y by the input x. From x0 take `steps` steps of gradient
 * ascent, each of learning rate eta, on
 *
 *     y(x) − lambda·|x|²        |x|² is the sum of the squares of all entries
 *
 * and return the input that is reached. With 0 steps that is x0. Leave x0 as it is.
 *
 * Example: y = 10·x[0] has grad(x) = [10]. From x0 = [1] with lambda = 2, eta = 0.1 one step leads to [1.6].
 */
export function maximiseUnit(grad: VecFn, x0: Vec, lambda: number, eta: number, steps: number): Vec {
  // TODO: step by step uphill
  throw new NotImplementedError("maximiseUnit");
}
