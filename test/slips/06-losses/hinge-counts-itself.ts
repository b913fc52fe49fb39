// exercise: 06-losses/hinge-loss
// slip: includes-target
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(kind: string, s: Vec, c: number, delta = 1): LossGrad {
  const grad = s.map(() => 0);
  if (kind === "oneVsRest") {
    const terms = s.map((si, i) => Math.max(0, delta + (i === c ? -si : si)));
    return {
      value: terms.reduce((a, b) => a + b),
      grad: terms.map((t, i) => (t > 0 ? (i === c ? -1 : 1) : 0)),
    };
  }
  const terms = s.map((sj) => Math.max(0, delta + sj - s[c]));
  const most = terms.indexOf(Math.max(...terms));
  const active = kind === "westonWatkins" ? [...s.keys()].filter((j) => terms[j] > 0) : [most];
  for (const j of active) {
    grad[j] += 1;
    grad[c] -= 1;
  }
  return { value: active.reduce((sum, j) => sum + terms[j], 0), grad };
}
