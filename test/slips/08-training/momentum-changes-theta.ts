// exercise: 08-training/momentum
// slip: unnamed
import type { Vec } from "gradbook";

export function momentumStep(theta: Vec, v: Vec, grad: Vec, lr: number, alpha: number) {
  for (let i = 0; i < theta.length; i++) {
    v[i] = alpha * v[i] - lr * grad[i];
    theta[i] += v[i];
  }
  return { theta, v };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  return (2 * (1 + alpha)) / lambdaMax;
}
