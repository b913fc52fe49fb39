// exercise: 08-training/momentum
// slip: nesterov
import type { Vec } from "gradbook";

export function momentumStep(theta: Vec, v: Vec, grad: Vec, lr: number, alpha: number) {
  const next = v.map((vi, i) => alpha * vi - lr * grad[i]);
  return { theta: theta.map((t, i) => t + alpha * next[i] - lr * grad[i]), v: next };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  return (2 * (1 + alpha)) / lambdaMax;
}
