/** @file 2.2 A chain of functions: values forward, slopes backward. */
import { type Fn1, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 2.2 · 2 points · about 10 minutes
 *
 * A chain applies fs[0] to x, then fs[1] to the result, and so on. dfs[i] is the slope of fs[i]
 * and is asked at the input of fs[i]. For n functions return
 *
 * - values: [v0, …, vn] with v0 = x and v(i+1) = fs[i](v(i))
 * - upstream: [u0, …, un] with u(i) = dvn/dv(i), so un = 1
 * - derivative: dvn/dx
 *
 * Work backwards and reuse: ask each slope exactly once, at its own input.
 *
 * Example: fs = [z => z + 1, z => 10 * z] at x = 4 has values [4, 5, 50].
 */
export function chainDerivative(
  fs: Fn1[],
  dfs: Fn1[],
  x: number,
): { values: Vec; upstream: Vec; derivative: number } {
  // TODO: one loop forwards, one loop backwards
  throw new NotImplementedError("chainDerivative");
}
