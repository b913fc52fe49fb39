/** @file 2.3 The toy network forwards. */
import { type Act3, NotImplementedError, type ToyCache, type ToyParams } from "gradbook";

/**
 * Exercise 2.3 · 1 point · about 6 minutes
 *
 * The toy network forwards. Start with h[0] = x; then for k = 0, 1, 2, 3
 *
 *   f[k] = beta[k] + omega[k] · h[k]   and, for k < 3,   h[k+1] = acts[k](f[k])
 *
 * No activation follows f[3]: it is the prediction, and loss = (f[3] - y)².
 *
 * Return { x, y, f, h, loss }, all that the backward pass will read: f and h hold 4 numbers each.
 *
 * Example: beta = [0, 0, 0, 0], omega = [1, 1, 1, 1], each activation z => z + 1, x = 2, y = 4
 * give f = h = [2, 3, 4, 5] and loss = 1.
 */
export function toyForward(p: ToyParams, x: number, y: number, acts: Act3): ToyCache {
  // TODO: fill f and h from left to right
  throw new NotImplementedError("toyForward");
}
