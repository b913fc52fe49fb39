// exercise: 01-slopes/finite-difference
// slip: all-entries-at-once
import type { Fn1, ScalarFn, Scheme, Vec } from "gradbook";

export function finiteDifference(f: Fn1, x: number, h: number, scheme: Scheme): number {
  if (scheme === "forward") return (f(x + h) - f(x)) / h;
  if (scheme === "backward") return (f(x) - f(x - h)) / h;
  return (f(x + h) - f(x - h)) / (2 * h);
}

export function numericalGradient(f: ScalarFn, x: Vec, h = 6e-6): Vec {
  const [up, down] = [f(x.map((xi) => xi + h)), f(x.map((xi) => xi - h))];
  return x.map(() => (up - down) / (2 * h));
}
