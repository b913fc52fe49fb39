/** @file 8.1 One epoch in batches. */
import { NotImplementedError, type Rng } from "gradbook";

/**
 * Exercise 8.1 · 1 point · about 8 minutes
 *
 * Return the indices 0 to n - 1 in random order, cut into batches of batchSize: one epoch. Each index occurs
 * exactly once. If batchSize does not divide n, the last batch is shorter.
 *
 * Every order must be equally likely. Draw chance from rng only: each call returns the next random number in
 * [0, 1), so a second call of your function gives a new epoch, and the same seed gives the same epochs.
 *
 * Example: minibatches(5, 2, rng) might be [[3, 0], [4, 1], [2]].
 */
export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  // TODO: shuffle, then slice
  throw new NotImplementedError("minibatches");
}
