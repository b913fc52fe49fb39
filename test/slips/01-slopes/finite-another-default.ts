// exercise: 01-slopes/finite-difference
// slip: unnamed
import type { Fn1, ScalarFn, Scheme, Vec } from "gradbook";

export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  if (scheme === "forward") return (f(x + h) - f(x)) / h;
  if (scheme === "backward") return (f(x) - f(x - h)) / h;
  return (f(x + h) - f(x - h)) / (2 * h); // from x - h to x + h the run is two steps
}

export function numericalGradient(f: ScalarFn, x: Vec, h = 1e-4): Vec {
  return x.map((xi, i) => {
    const step = h * Math.max(1, Math.abs(xi));
    // Fresh copies for every entry: what moved for the last one is back in its place.
    const [plus, minus] = [[...x], [...x]];
    plus[i] = xi + step;
    minus[i] = xi - step;
    // The run is read off the two points: xi + step is rounded, so it may not be exactly 2 * step.
    return (f(plus) - f(minus)) / (plus[i] - minus[i]);
  });
}
