// exercise: 08-training/momentum
import type { Vec } from "gradbook";

export function momentumStep(theta: Vec, v: Vec, grad: Vec, lr: number, alpha: number) {
  const next = { theta: [] as Vec, v: [] as Vec };
  for (let i = 0; i < theta.length; i++) {
    next.v.push(v[i] * alpha + -lr * grad[i]);
    next.theta.push(next.v[i] + theta[i]);
  }
  return next;
}

export const maxStableLr = (lambdaMax: number, alpha: number) => 2 / lambdaMax + (2 * alpha) / lambdaMax;
