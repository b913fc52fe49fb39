/** @file 5.4 The price of a chain of Jacobians. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 5.4 · 3 points · about 20 minutes
 *
 * widths lists how many numbers each stage of a chain holds, input first. Layer i has a Jacobian of shape
 * widths[i+1] × widths[i], and the Jacobian of the whole chain is their product. An a×b matrix times a b×c matrix
 * costs a·b·c multiplications. Return what the whole product costs
 *
 * - reverse: starting with the two Jacobians nearest the output
 * - forward: starting with the two nearest the input
 * - optimal: with the best bracketing there is
 * - pick: the cheaper of the first two, "forward", "reverse" or "tie"
 *
 * Example: widths [5, 3, 2] has two Jacobians, 2×3 and 3×5. There is one product: reverse, forward and optimal are
 * 30, pick is "tie".
 */
export function chainCost(widths: number[]): {
  reverse: number;
  forward: number;
  optimal: number;
  pick: "forward" | "reverse" | "tie";
} {
  // TODO: two sums, then the best split of every stretch of the chain
  throw new NotImplementedError("chainCost");
}
