/** @file 3.3 A diagonal Jacobian and a dense one. */
import type { Fn1, Mat, Vec } from "gradbook";

export function structuredJacobians(df: Fn1, z: Vec): { elementwise: Mat; softmax: Mat } {
  // h[i] looks at z[i] and at nothing else: all slopes off the diagonal are 0.
  const elementwise = z.map((_, i) => z.map((zj, j) => (i === j ? df(zj) : 0)));

  // Taking the largest logit off all of them leaves p as it is, and no exponent is above 0 then.
  const largest = Math.max(...z);
  const e = z.map((zi) => Math.exp(zi - largest));
  const total = e.reduce((sum, ei) => sum + ei, 0);
  const p = e.map((ei) => ei / total);

  // z[j] sits in the denominator of every p[i], which gives -p[i]·p[j]; in the numerator of p[j] only,
  // which gives p[j] more, on the diagonal.
  const softmax = p.map((pi, i) => p.map((pj, j) => pi * ((i === j ? 1 : 0) - pj)));
  return { elementwise, softmax };
}
