/** @file 1.4 The error of a difference quotient. */
import { type Fn1, NotImplementedError, type Scheme, type Vec } from "gradbook";
import { finiteDifference } from "./finite-difference.ts";

/**
 * Exercise 1.4 · 1 point · about 8 minutes
 *
 * How far is the difference quotient of f at x from the slope df(x)? For the steps hs, in any order, return
 *
 * - errors: one for each step, the distance between the two numbers, so never negative
 * - bestH: the step with the smallest error
 *
 * Your finiteDifference does the quotients.
 *
 * Example: f = x => x * x at x = 1, forward, with the steps 0.5 and 0.25: the quotients are 2.5 and 2.25,
 * the slope is 2, so errors is [0.5, 0.25] and bestH is 0.25.
 */
export function vCurve(f: Fn1, df: Fn1, x: number, scheme: Scheme, hs: Vec): { errors: Vec; bestH: number } {
  // TODO: a quotient for each step, then its error
  throw new NotImplementedError("vCurve");
}
