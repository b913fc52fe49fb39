// exercise: 06-losses/regression-loss
import type { LossGrad, Vec } from "gradbook";

const clip = (r: number, d: number) => Math.max(-d, Math.min(r, d));

export function regressionLoss(kind: "squared" | "absolute" | "huber", a: Vec, b: Vec, delta = 1): LossGrad {
  const result: LossGrad = { value: 0, grad: new Array(a.length).fill(0) };
  a.forEach((prediction, i) => {
    const r = prediction - b[i];
    switch (kind) {
      case "squared":
        result.value += r ** 2;
        result.grad[i] = r + r;
        break;
      case "absolute":
        result.value += r < 0 ? -r : r;
        if (r !== 0) result.grad[i] = r / Math.abs(r);
        break;
      case "huber": {
        const c = clip(r, delta);
        result.value += c * r - (c * c) / 2;
        result.grad[i] = c;
      }
    }
  });
  return result;
}
