/** @file 6.3 The hinge family. */
import { type LossGrad, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 6.3 · 2 points · about 15 minutes
 *
 * One example: scores s of k classes, shape (k), its right class c, counted from 0, and the margin delta. Return value,
 * the loss, and grad, its gradient by the scores, shape (k):
 *
 * - oneVsRest: the sum over all classes of max(0, delta - b·s), with b = 1 for class c and b = -1 for the others
 * - westonWatkins: the sum over the wrong classes j of max(0, delta + s[j] - s[c])
 * - crammerSinger: the largest of those terms instead of their sum (where two are equally large, the slope of either)
 *
 * Leave the scores as they are. By hand: no autograd.
 *
 * Example: s = [2, 1.75], c = 0 and delta = 1 cost 2.75, 0.75 and 0.75.
 */
export function hingeLoss(
  kind: "oneVsRest" | "westonWatkins" | "crammerSinger",
  scores: Vec,
  c: number,
  delta = 1,
): LossGrad {
  // TODO: which terms are above 0, and whose scores do they contain?
  throw new NotImplementedError("hingeLoss");
}
