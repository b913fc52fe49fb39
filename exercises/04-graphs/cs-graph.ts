/** @file 4.2 A graph with a logarithm to base 10. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 4.2 · 2 points · about 10 minutes
 *
 * The graph y = 2 · log10(x1 + sin x1) · max(x2, x3), node by node:
 *
 *   s = sin x1,   u = x1 + s,   l = log10 u,   m = max(x2, x3),   p = l · m,   y = 2 · p
 *
 * Return the values of these six nodes, and grad, the gradient of y by x1, x2 and x3, in this order.
 *
 * Angles are in radians, x1 is such that u > 0, and x2 and x3 differ.
 * By hand: no autograd, no nudging.
 *
 * Example: x2 = 0 and x3 = -1 make m, p and y equal to 0.
 */
export function csGraph(
  x1: number,
  x2: number,
  x3: number,
): { nodes: Record<"s" | "u" | "l" | "m" | "p" | "y", number>; grad: [number, number, number] } {
  // TODO: six values forwards, then one gradient after the other backwards
  throw new NotImplementedError("csGraph");
}
