/** @file 3.1 Three small Jacobians. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 3.1 · 1 point · about 6 minutes
 *
 * Three derivatives as matrices, rows of numbers each. Row i belongs to output i, column k to input k:
 *
 * - vecByScalar, shape (2, 1): of y = [-5x, x²] by the number x
 * - scalarByVec, shape (1, c): of s = w·u by u. Both have c entries; u does not matter, so it is not given
 * - vecByVec, shape (2, 2): of y = [-5·v1 + v2, v1²] by v = [v1, v2]
 *
 * Example: y = [x, 3x] by x would be [[1], [3]].
 */
export function smallJacobians(
  x: number,
  v: Vec,
  w: Vec,
): { vecByScalar: Mat; scalarByVec: Mat; vecByVec: Mat } {
  // TODO: three matrices
  throw new NotImplementedError("smallJacobians");
}
