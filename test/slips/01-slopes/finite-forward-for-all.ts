// exercise: 01-slopes/finite-difference
// slip: ignores-scheme
import type { Fn1, ScalarFn, Scheme, Vec } from "gradbook";

export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  return (f(x + h) - f(x)) / h;
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
