/** @file 5.3 A row backwards through a chain of layers. */
import { type JacLayer, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 5.3 · 2 points · about 15 minutes
 *
 * layers[0] maps x to z1, and so on, as in 5.2. seed is a row with one number for each output of the last layer,
 * for example the gradient of a loss by that output. For m layers return
 *
 * - zs: [z0, …, zm] with z0 = x
 * - rows: [r0, …, rm] with rm = seed; rj, with a number for each entry of zj, is the gradient of seed·zm by zj
 *
 * Row times matrix only: one read of each Jacobian entry is enough, 4 are allowed.
 *
 * Example: one layer with f(z) = [3·z[0] + z[1]] and J(z) = [[3, 1]] at x = [2, 5] with seed [2] gives
 * zs = [[2, 5], [11]], rows = [[6, 2], [2]].
 */
export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec): { zs: Vec[]; rows: Vec[] } {
  // TODO: one loop forwards, one loop backwards
  throw new NotImplementedError("reverseAccumulate");
}
