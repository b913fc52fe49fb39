/** @file 7.1 The linear layer backwards. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 7.1 · 2 points · about 10 minutes
 *
 * The layer y = Wx + b, with W of shape (m, n). gOut, m entries, is the gradient of some loss by y. Return
 * the gradients of that loss:
 *
 * - gIn by x, n entries
 * - dW by W, shaped like W
 * - db by b, m entries
 *
 * By hand: no autograd, no nudging. Example: W = [[7, 2]], x = [3, 4], gOut = [10] give gIn = [70, 20],
 * dW = [[30, 40]], db = [10].
 */
export function linearBackward(W: Mat, x: Vec, gOut: Vec): { gIn: Vec; dW: Mat; db: Vec } {
  // TODO: which outputs does x[j] reach, and through which weights?
  throw new NotImplementedError("linearBackward");
}
