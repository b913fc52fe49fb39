/** @file 8.2 The heavy ball. */
import type { Vec } from "gradbook";

export function momentumStep(
  theta: Vec,
  v: Vec,
  grad: Vec,
  lr: number,
  alpha: number,
): { theta: Vec; v: Vec } {
  // The new step: a part of the last one, and the push downhill. It carries its sign, so it is only added below.
  const step = v.map((vi, i) => alpha * vi - lr * grad[i]);
  return { theta: theta.map((ti, i) => ti + step[i]), v: step };
}

export function maxStableLr(lambdaMax: number, alpha: number): number {
  // At the border the ball jumps from side to side: theta, -theta, theta … Then v = -2 theta, and the step from -theta
  // back reads 2 theta = alpha (-2 theta) + lr lambda theta. So lr lambda = 2 (1 + alpha).
  return (2 * (1 + alpha)) / lambdaMax;
}
