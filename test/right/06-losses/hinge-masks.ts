// exercise: 06-losses/hinge-loss
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(kind: string, scores: Vec, c: number, delta = 1): LossGrad {
  const sum = (v: Vec) => v.reduce((total, x) => total + x, 0);
  const sign = scores.map((_, i) => (i === c ? -1 : 1));
  if (kind === "oneVsRest") {
    const margins = scores.map((s, i) => delta + sign[i] * s);
    return {
      value: sum(margins.map((m) => Math.max(0, m))),
      grad: margins.map((m, i) => (m > 0 ? sign[i] : 0)),
    };
  }
  const margins = scores.map((s, j) => (j === c ? 0 : Math.max(0, delta + s - scores[c])));
  const most = Math.max(...margins);
  const counted = kind === "westonWatkins" ? margins : margins.map((m) => (m === most ? m : 0));
  const grad = counted.map((m): number => (m > 0 ? 1 : 0));
  grad[c] = -sum(grad);
  return { value: sum(counted), grad };
}
