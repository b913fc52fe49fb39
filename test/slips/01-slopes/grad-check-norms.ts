// exercise: 01-slopes/grad-check
// slip: norm-only
import type { ScalarFn, Vec, VecFn } from "gradbook";

function numericalGradient(f: ScalarFn, x: Vec, h: number): Vec {
  return x.map((xi, i) => {
    const step = h * Math.max(1, Math.abs(xi));
    const [plus, minus] = [[...x], [...x]];
    plus[i] = xi + step;
    minus[i] = xi - step;
    return (f(plus) - f(minus)) / (plus[i] - minus[i]);
  });
}

export function gradCheck(
  f: ScalarFn,
  grad: VecFn,
  x: Vec,
  opts: { h?: number; rtol?: number; atol?: number } = {},
): { ok: boolean; maxError: number; worstIndex: number } {
  const { h = 6e-6, rtol = 1e-6, atol = 1e-8 } = opts;
  const a = grad(x);
  const n = numericalGradient(f, x, h);
  if (a.length !== n.length) return { ok: false, maxError: Number.NaN, worstIndex: 0 };
  const error = Math.hypot(...n.map((ni, i) => a[i] - ni));
  const size = Math.max(Math.hypot(...a), Math.hypot(...n));
  const errors = n.map((ni, i) => Math.abs(a[i] - ni));
  return {
    ok: error / size <= rtol || error <= atol,
    maxError: error / size,
    worstIndex: errors.indexOf(Math.max(...errors)),
  };
}
