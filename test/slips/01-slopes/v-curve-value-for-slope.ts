// exercise: 01-slopes/v-curve
// slip: unnamed
import type { Fn1, Scheme, Vec } from "gradbook";

function quotient(f: Fn1, x: number, h: number, scheme: Scheme): number {
  if (scheme === "forward") return (f(x + h) - f(x)) / h;
  if (scheme === "backward") return (f(x) - f(x - h)) / h;
  return (f(x + h) - f(x - h)) / (2 * h);
}

export function vCurve(f: Fn1, df: Fn1, x: number, scheme: Scheme, hs: Vec): { errors: Vec; bestH: number } {
  const errors = hs.map((h) => Math.abs(quotient(f, x, h, scheme) - f(x)));
  const bestH = hs[errors.indexOf(Math.min(...errors))];
  return { errors, bestH };
}
