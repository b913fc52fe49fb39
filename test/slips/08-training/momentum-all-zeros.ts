// exercise: 08-training/momentum
// slip: all-zeros
import type { Vec } from "gradbook";

export function momentumStep(theta: Vec, v: Vec, grad: Vec, lr: number, alpha: number) {
  return { theta: theta.map(() => 0), v: v.map(() => 0) };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  return (2 * (1 + alpha)) / lambdaMax;
}
