// exercise: 01-slopes/finite-difference
// slip: missing-division
import type { Fn1, ScalarFn, Scheme, Vec } from "gradbook";

export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  if (scheme === "forward") return f(x + h) - f(x);
  if (scheme === "backward") return f(x) - f(x - h);
  return f(x + h) - f(x - h);
}

export function numericalGradient(f: ScalarFn, x: Vec, h = 6e-6): Vec {
  return x.map((xi, i) => {
    const step = h * Math.max(1, Math.abs(xi));
    const [plus, minus] = [[...x], [...x]];
    plus[i] = xi + step;
    minus[i] = xi - step;
    return (f(plus) - f(minus)) / (2 * step);
  });
}
