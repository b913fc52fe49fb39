/** @file 4.5 Four backward rules from a framework's list. */
import { NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 4.5 · 2 points · about 15 minutes
 *
 * Four functions of a vector x, backwards. g is the upstream gradient, and each rule returns the gradient by x:
 *
 * - logsumexp: z = ln(exp(x[0]) + exp(x[1]) + …). Entries near 1000 or -1000 give finite numbers.
 * - prod: z = x[0] · x[1] · …. One or several entries may be exactly 0.
 * - cumsum: z[i] = x[0] + … + x[i], so g is a vector of the same length.
 * - norm2: z = √(x[0]² + x[1]² + …). At the zero vector, the course takes a gradient of zeros.
 *
 * Leave x and g as they are.
 *
 * Example: for a vector of a single entry, prod and cumsum hand g on unchanged: [g].
 */
export const backwardRules = {
  logsumexp(x: Vec, g: number): Vec {
    // TODO
    throw new NotImplementedError("logsumexp");
  },
  prod(x: Vec, g: number): Vec {
    // TODO
    throw new NotImplementedError("prod");
  },
  cumsum(g: Vec): Vec {
    // TODO
    throw new NotImplementedError("cumsum");
  },
  norm2(x: Vec, g: number): Vec {
    // TODO
    throw new NotImplementedError("norm2");
  },
};
