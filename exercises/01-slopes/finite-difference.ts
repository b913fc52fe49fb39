/** @file 1.1 Difference quotients. */
import { type Fn1, NotImplementedError, type ScalarFn, type Scheme, type Vec } from "gradbook";

/**
 * Exercise 1.1 · 2 points · about 10 minutes
 *
 * The difference quotient of f at x with a step h > 0. The scheme says which two points it compares:
 *
 * - "forward": x and x + h
 * - "backward": x - h and x
 * - "central": x - h and x + h
 *
 * Example: f = x => 3 * x - 1 gives 3 with every scheme, up to rounding.
 */
export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  // TODO: a rise, divided by the run that belongs to it
  throw new NotImplementedError("finiteDifference");
}

/**
 * The gradient of f at the list x, by central differences: entry i moves x[i] alone, by the step
 * h * max(1, |x[i]|) to either side. For n entries that is exactly 2n calls of f. Leave x as it is.
 *
 * Example: f = ([a, b]) => 2 * a - b gives [2, -1] at every x, up to rounding.
 */
export function numericalGradient(f: ScalarFn, x: Vec, h = 6e-6): Vec {
  // TODO: one entry of x at a time, on copies
  throw new NotImplementedError("numericalGradient");
}
