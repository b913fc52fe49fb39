/** @file 4.4 One sweep back over a tape. */
import { NotImplementedError, type TapeNode, type Vec } from "gradbook";

/**
 * Exercise 4.4 · 3 points · about 15 minutes
 *
 * A tape lists the nodes of a graph in the order of computation. Node i holds
 *
 * - op: input, const, add, mul, sin, log (the natural logarithm) or max
 * - args: the places of what it is computed from, all before i; both may be the same
 * - value: what the forward pass found
 *
 * Return the gradient of the last node's value by the value of every node, in the order of the tape. A node
 * that does not matter has gradient 0. In a tie of the max, the first argument counts as larger.
 *
 * Visit each node once. By hand: no autograd.
 *
 * Example: a tape with nothing but one input has the gradient [1].
 */
export function backwardTape(tape: TapeNode[]): Vec {
  // TODO: start with 1 at the last node and go to the left
  throw new NotImplementedError("backwardTape");
}
