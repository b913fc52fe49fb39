// exercise: 08-training/momentum
// slip: wrong-side
import type { Vec } from "gradbook";

export function momentumStep(
  theta: Vec,
  v: Vec,
  grad: Vec,
  lr: number,
  alpha: number,
): { theta: Vec; v: Vec } {
  const step = v.map((vi, i) => alpha * vi - lr * grad[i]);
  return { theta: theta.map((ti, i) => ti + step[i]), v: step };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  return 2 * (1 + alpha);
}
