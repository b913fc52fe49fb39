// exercise: 06-losses/regression-loss
// slip: factor-2-partial
import type { LossGrad, Vec } from "gradbook";

export function regressionLoss(kind: string, a: Vec, b: Vec, delta = 1): LossGrad {
  let value = 0;
  const grad: Vec = [];
  for (let i = 0; i < a.length; i++) {
    const r = a[i] - b[i];
    if (kind === "squared") {
      value += r * r;
      grad.push(r);
    } else if (kind === "absolute") {
      value += Math.abs(r);
      grad.push(Math.sign(r));
    } else {
      value += Math.abs(r) <= delta ? (r * r) / 2 : delta * Math.abs(r) - (delta * delta) / 2;
      grad.push(Math.abs(r) <= delta ? r : delta * Math.sign(r));
    }
  }
  return { value, grad };
}
