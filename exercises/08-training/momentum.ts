/** @file 8.2 The heavy ball. */
import { NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 8.2 · 3 points · about 12 minutes
 *
 * momentumStep makes one step of descent with momentum. theta, v and grad have the same length; v is the last
 * step, and zeros at the beginning. In the course's form
 *
 *   v ← alpha · v - lr · grad,   theta ← theta + v
 *
 * Return new lists; theta and v stay as they are.
 *
 * maxStableLr returns the border for lr: on a quadratic bowl whose largest curvature is lambdaMax, such steps
 * converge for every lr below it and diverge above. 0 <= alpha < 1. Section 2 derives it.
 *
 * Example: with v = [0] and alpha = 0.9, theta = [1], grad = [2], lr = 0.1 give theta = [0.8], v = [-0.2].
 */
export function momentumStep(
  theta: Vec,
  v: Vec,
  grad: Vec,
  lr: number,
  alpha: number,
): { theta: Vec; v: Vec } {
  // TODO
  throw new NotImplementedError("momentumStep");
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  // TODO
  throw new NotImplementedError("maxStableLr");
}
