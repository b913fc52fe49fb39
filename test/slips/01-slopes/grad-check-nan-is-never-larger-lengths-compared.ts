// exercise: 01-slopes/grad-check
// slip: nan-passes
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
  let [maxError, worstIndex] = [0, 0];
  for (let i = 0; i < n.length; i++) {
    const error = Math.abs(a[i] - n[i]) / (atol + rtol * Math.max(Math.abs(a[i]), Math.abs(n[i])));
    if (error > maxError) [maxError, worstIndex] = [error, i];
  }
  return { ok: maxError <= 1, maxError, worstIndex };
}
