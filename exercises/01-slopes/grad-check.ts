/** @file 1.2 A gradient checker. */
import { NotImplementedError, type ScalarFn, type Vec, type VecFn } from "gradbook";
import { numericalGradient } from "./finite-difference.ts";

/**
 * Exercise 1.2 · 2 points · about 15 minutes
 *
 * Can grad be trusted as the gradient of f at x? Compare a = grad(x) with n, your numericalGradient of
 * f at x with step h. Entry i may be off by its tolerance, atol + rtol * max(|a[i]|, |n[i]|). Return
 *
 * - maxError: the largest |a[i] - n[i]|, each divided by its tolerance; NaN counts as the largest
 * - worstIndex: the entry where it is
 * - ok: maxError is at most 1. A gradient of the wrong length, or with NaN in it, is never ok
 *
 * opts may set h (6e-6 if not), rtol (1e-6) and atol (1e-8).
 *
 * Example: f = ([t]) => 5 * t with grad = () => [5] is ok, with grad = () => [4] it is not.
 */
export function gradCheck(
  f: ScalarFn,
  grad: VecFn,
  x: Vec,
  opts?: { h?: number; rtol?: number; atol?: number },
): { ok: boolean; maxError: number; worstIndex: number } {
  // TODO: one error for each entry, then the worst of them
  throw new NotImplementedError("gradCheck");
}
