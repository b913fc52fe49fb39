// exercise: 01-slopes/grad-check
// slip: ignores-opts
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
  const [h, rtol, atol] = [opts.h || 6e-6, opts.rtol || 1e-6, opts.atol || 1e-8];
  const a = grad(x);
  const n = numericalGradient(f, x, h);
  if (a.length !== n.length) return { ok: false, maxError: Number.NaN, worstIndex: 0 };
  const errors = n.map(
    (ni, i) => Math.abs(a[i] - ni) / (atol + rtol * Math.max(Math.abs(a[i]), Math.abs(ni))),
  );
  const nan = errors.findIndex(Number.isNaN);
  const maxError = Math.max(...errors);
  const worstIndex = nan >= 0 ? nan : errors.indexOf(maxError);
  return { ok: maxError <= 1, maxError, worstIndex };
}
