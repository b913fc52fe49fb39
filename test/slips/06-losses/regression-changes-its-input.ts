// exercise: 06-losses/regression-loss
// slip: unnamed
import type { LossGrad, Vec } from "gradbook";

export function regressionLoss(kind: string, a: Vec, b: Vec, delta = 1): LossGrad {
  for (let i = 0; i < a.length; i++) a[i] -= b[i];
  const clip = (r: number) => Math.max(-delta, Math.min(delta, r));
  const sum = (f: (r: number) => number) => a.reduce((total, r) => total + f(r), 0);
  if (kind === "squared") return { value: sum((r) => r * r), grad: a.map((r) => 2 * r) };
  if (kind === "absolute") return { value: sum(Math.abs), grad: a.map(Math.sign) };
  return { value: sum((r) => clip(r) * (r - clip(r) / 2)), grad: a.map(clip) };
}
