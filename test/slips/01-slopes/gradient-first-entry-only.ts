// exercise: 01-slopes/finite-difference
// slip: unnamed
import type { Fn1, ScalarFn, Scheme, Vec } from "gradbook";

export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  if (scheme === "forward") return (f(x + h) - f(x)) / h;
  if (scheme === "backward") return (f(x) - f(x - h)) / h;
  return (f(x + h) - f(x - h)) / (2 * h);
}

export function numericalGradient(f: ScalarFn, x: Vec, h = 6e-6): Vec {
  return x.slice(0, 1).map((xi, i) => {
    const step = h * Math.max(1, Math.abs(xi));
    const [plus, minus] = [[...x], [...x]];
    plus[i] = xi + step;
    minus[i] = xi - step;
    return (f(plus) - f(minus)) / (2 * step);
  });
}
