/** @file 4.5 Four backward rules from a framework's list. */
import type { Vec } from "gradbook";

export const backwardRules = {
  logsumexp(x: Vec, g: number): Vec {
    // The slope by x[i] is exp(x[i]) / Σ exp(x[j]): the softmax. Taking the largest entry off all of them
    // changes numerator and denominator by the same factor, and no exponential can overflow any more.
    const largest = Math.max(...x);
    const e = x.map((xi) => Math.exp(xi - largest));
    const sum = e.reduce((total, ei) => total + ei, 0);
    return e.map((ei) => (g * ei) / sum);
  },

  prod(x: Vec, g: number): Vec {
    // The slope by x[i] is the product of the others. (The whole product divided by x[i] is the same, but not at 0.)
    return x.map((_, i) => x.reduce((product, xj, j) => (j === i ? product : product * xj), g));
  },

  cumsum(g: Vec): Vec {
    // x[i] is in z[i] and in all sums behind it: it collects their upstream gradients, from the right.
    const dx = [...g];
    for (let i = g.length - 2; i >= 0; i--) dx[i] += dx[i + 1];
    return dx;
  },

  norm2(x: Vec, g: number): Vec {
    // z² = Σ x[i]², so 2 z dz = 2 x[i] dx[i]: the slope by x[i] is x[i] / z.
    const z = Math.hypot(...x);
    return x.map((xi) => (z === 0 ? 0 : (g * xi) / z)); // a cone has no slope at its tip; the course takes 0
  },
};
