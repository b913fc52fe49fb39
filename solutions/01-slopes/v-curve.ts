/** @file 1.4 The error of a difference quotient. */
import type { Fn1, Scheme, Vec } from "gradbook";
import { finiteDifference } from "./finite-difference.ts";

export function vCurve(f: Fn1, df: Fn1, x: number, scheme: Scheme, hs: Vec): { errors: Vec; bestH: number } {
  const slope = df(x);
  // A distance: without abs, a quotient far below the slope would look like a very small error.
  const errors = hs.map((h) => Math.abs(finiteDifference(f, x, h, scheme) - slope));
  // The place of the smallest error, which is rarely the place of the smallest step.
  const bestH = hs[errors.indexOf(Math.min(...errors))];
  return { errors, bestH };
}
