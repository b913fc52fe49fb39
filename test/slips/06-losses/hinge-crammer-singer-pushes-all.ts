// exercise: 06-losses/hinge-loss
// slip: all-rivals
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(kind: string, s: Vec, c: number, delta = 1): LossGrad {
  const b = s.map((_, i) => (i === c ? 1 : -1));
  const own = s.map((si, i) => Math.max(0, delta - b[i] * si));
  const terms = s.map((sj, j) => (j === c ? 0 : Math.max(0, delta + sj - s[c])));
  const sum = (v: Vec) => v.reduce((total, x) => total + x, 0);
  if (kind === "oneVsRest") return { value: sum(own), grad: own.map((o, i) => (o > 0 ? -b[i] : 0)) };
  const grad = terms.map((t) => (t > 0 ? 1 : 0) as number);
  grad[c] = -sum(grad);
  return { value: kind === "westonWatkins" ? sum(terms) : Math.max(...terms), grad };
}
