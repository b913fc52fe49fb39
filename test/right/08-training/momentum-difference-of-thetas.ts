// exercise: 08-training/momentum
import type { Vec } from "gradbook";

export function momentumStep(theta: Vec, v: Vec, grad: Vec, lr: number, alpha: number) {
  const moved = theta.map((t, i) => t - lr * grad[i] + alpha * v[i]);
  return { theta: moved, v: v.map((vi, i) => alpha * vi - lr * grad[i]) };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  return (1 + alpha) / (lambdaMax / 2);
}
