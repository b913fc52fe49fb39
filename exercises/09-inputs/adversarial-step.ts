/** @file 9.3 The best small change of an input. */
import { NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 9.3 · 2 points · about 15 minutes
 *
 * grad is the gradient, at x, of what is to grow: a loss, or the log-probability of a target. Return x + r, where r
 * makes grad·r as large as its budget eps allows:
 *
 * - norm "linf": no entry of r is larger than eps. An entry without slope stays where it is
 * - norm "l2": the length of r, √(r·r), is at most eps. If every slope is 0, x stays where it is
 *
 * If a box [low, high] is given, cut off at last what leaves it, entry by entry.
 *
 * Example: x = [5], grad = [−3], eps = 0.2 gives [4.8] with either norm; with the box [4.9, 6] it gives [4.9].
 */
export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box?: [number, number],
): Vec {
  // TODO: the best r of either kind, then the box
  throw new NotImplementedError("adversarialStep");
}
