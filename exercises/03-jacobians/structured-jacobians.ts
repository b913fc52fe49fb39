/** @file 3.3 A diagonal Jacobian and a dense one. */
import { type Fn1, type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 3.3 · 2 points · about 10 minutes
 *
 * Two Jacobians at the same z, both of shape (n, n), row = output:
 *
 * - elementwise: of h[i] = g(z[i]), where df is the slope of g
 * - softmax: of p[i] = e^z[i] / (e^z[0] + … + e^z[n-1])
 *
 * Logits may be as large as 1000, where e^z is Infinity: every number you return is finite all the same.
 * By hand: no autograd, no nudging.
 *
 * Example: for z = [0, 0] every p is 1/2, and softmax is [[0.25, -0.25], [-0.25, 0.25]].
 */
export function structuredJacobians(df: Fn1, z: Vec): { elementwise: Mat; softmax: Mat } {
  // TODO: which outputs feel z[j]?
  throw new NotImplementedError("structuredJacobians");
}
