/** @file 10.5 Training with your own engine. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";
import { zeroGrad } from "./large-graphs.ts";
import { ValueOps } from "./value-ops.ts";

/**
 * Exercise 10.5 · 2 points · about 25 minutes
 *
 * Train a network 2 → 8 → 1 with tanh units on two moons: row i of X, shape (n, 2), has the label y[i], 0 or 1.
 * With t = 1 for label 1, t = -1 for label 0, an example of score s costs ln(1 + exp(-t·s)); a step descends on the
 * mean over a batch.
 *
 * Return predict, the score of a point as a plain number, and losses, the mean cost in each epoch. Take all
 * randomness from rng, uniform in [0, 1). At least 95 % of fresh points must get the right sign.
 *
 * Known to work: weights and biases from -1.5 to 1.5, lr 0.2 with momentum 0.9, batches of 10, 20 epochs.
 */
export function trainWithEngine(X: Mat, y: Vec, rng: () => number): { predict(x: Vec): number; losses: Vec } {
  // TODO: leaves for the weights; for each batch one loss, zeroGrad, backward, a step on every .data
  throw new NotImplementedError("trainWithEngine");
}
