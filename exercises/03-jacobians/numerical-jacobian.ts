/** @file 3.2 A Jacobian by differences. */
import { type Mat, NotImplementedError, type Vec, type VecFn } from "gradbook";

/**
 * Exercise 3.2 · 1 point · about 8 minutes
 *
 * The Jacobian of f at x by central differences: J[i][k] is the slope of output i by input k. For m outputs
 * and n inputs its shape is (m, n); the two may differ, so ask f how many outputs there are.
 *
 * Input k moves alone, by h to either side. One call of f gives all outputs, so n inputs need 2n calls
 * and no more. Leave x as it is.
 *
 * Example: f = ([a, b]) => [a + b, 7 * a, b] gives [[1, 1], [7, 0], [0, 1]] at every x, up to rounding.
 */
export function numericalJacobian(f: VecFn, x: Vec, h = 6e-6): Mat {
  // TODO: one input at a time, on copies
  throw new NotImplementedError("numericalJacobian");
}
