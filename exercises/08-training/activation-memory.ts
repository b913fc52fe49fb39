/** @file 8.4 What training must keep in memory. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 8.4 · 1 point · about 6 minutes
 *
 * A network with the given widths, first the input's, last the output's. Every layer has a weight for each pair of
 * neighbouring units and a bias for each of its own. For the backward pass, training keeps for every example of the
 * batch
 *
 * - the input,
 * - both z and h of every hidden unit,
 * - the output.
 *
 * Return parameters, the number of weights and biases; storedValues, the number of values kept for the whole batch;
 * and bytes, the memory of these stored values, where one number takes `bytes` bytes.
 *
 * Example: widths [2, 3, 1] and a batch of 1 store 2 + 2 · 3 + 1 = 9 values, in 72 bytes.
 */
export function activationMemory(
  widths: number[],
  batch: number,
  bytes = 8,
): { parameters: number; storedValues: number; bytes: number } {
  // TODO
  throw new NotImplementedError("activationMemory");
}
