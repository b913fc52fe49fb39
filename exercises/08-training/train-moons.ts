/** @file 8.5 Two moons, trained by hand. */
import { type Mat, type Mlp2, NotImplementedError, type Rng, type Vec } from "gradbook";

/**
 * Exercise 8.5 · 2 points · about 25 minutes
 *
 * Train a network with one hidden layer on n points, the rows of X, with labels y, 0 or 1:
 *
 *   z = W2 tanh(W1 x + b1) + b2,   yhat = σ(z),   loss = mean binary cross-entropy
 *
 * Return
 *
 * - predict: yhat for a point
 * - losses: the mean loss of every epoch
 * - start, end: all parameters before and after training
 *
 * At least 97 % of 200 new points must be right, and every parameter group must have learned. Draw from rng only
 * (normal(rng) is a function). By hand: no autograd. Import your 8.1 to 8.3 from "./…"; copy from 7.3.
 *
 * Known to work: 16 hidden units, xavier, lr 0.1, alpha 0.9, batches of 20, 60 epochs (hundreds take too long).
 */
export function trainMoons(
  X: Mat,
  y: Vec,
  rng: Rng,
): { predict(x: Vec): number; losses: Vec; start: Mlp2; end: Mlp2 } {
  // TODO
  throw new NotImplementedError("trainMoons");
}
