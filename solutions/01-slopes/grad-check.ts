/** @file 1.2 A gradient checker. */
import type { ScalarFn, Vec, VecFn } from "gradbook";
import { numericalGradient } from "./finite-difference.ts";

export function gradCheck(
  f: ScalarFn,
  grad: VecFn,
  x: Vec,
  opts: { h?: number; rtol?: number; atol?: number } = {},
): { ok: boolean; maxError: number; worstIndex: number } {
  const { h = 6e-6, rtol = 1e-6, atol = 1e-8 } = opts;
  const a = grad(x);
  const n = numericalGradient(f, x, h);

  let maxError = 0;
  let worstIndex = 0;
  for (let i = 0; i < n.length; i++) {
    // In units of its own tolerance, an entry near 1e6 and an entry near 0 can be compared.
    const error = Math.abs(a[i] - n[i]) / (atol + rtol * Math.max(Math.abs(a[i]), Math.abs(n[i])));
    // No comparison with NaN is true, so it would slip through unless it is asked for. Nothing is worse.
    if (Number.isNaN(error)) return { ok: false, maxError: error, worstIndex: i };
    if (error > maxError) {
      maxError = error;
      worstIndex = i;
    }
  }
  return { ok: a.length === n.length && maxError <= 1, maxError, worstIndex };
}
