/** @file 6.2 Softmax and cross-entropy together. */
import { NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 6.2 · 2 points · about 15 minutes
 *
 * One example with k classes: z holds its logits, shape (k), and target a distribution over the classes,
 * shape (k), entries from 0 to 1 that sum to 1. Return
 *
 * - p: softmax(z), shape (k)
 * - loss: the cross-entropy, minus the sum of target[i]·ln p[i]
 * - dz: the gradient of the loss by z, shape (k)
 *
 * Everything stays finite for logits of ±800 and beyond, also where some p[i] is too small for a number and becomes 0.
 * Leave the inputs as they are. By hand: no autograd.
 *
 * Example: z = [4, 4] and target = [1, 0] give p = [0.5, 0.5] and loss = ln 2 = 0.6931….
 */
export function softmaxCrossEntropy(z: Vec, target: Vec): { loss: number; p: Vec; dz: Vec } {
  // TODO: p, then the loss without a logarithm of p, then dz
  throw new NotImplementedError("softmaxCrossEntropy");
}
