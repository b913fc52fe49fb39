// exercise: 06-losses/hinge-loss
// slip: no-cutoff
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(kind: string, s: Vec, c: number, delta = 1): LossGrad {
  const grad = s.map(() => 0);
  let value = 0;
  if (kind === "oneVsRest") {
    for (let i = 0; i < s.length; i++) {
      const b = i === c ? 1 : -1;
      if (delta - b * s[i] > 0) {
        value += delta - b * s[i];
        grad[i] = -b;
      }
    }
  } else {
    const all = [...s.keys()];
    let rivals = all;
    if (kind === "crammerSinger") {
      let best = -1;
      for (let j = 0; j < s.length; j++) if (j !== c && (best < 0 || s[j] > s[best])) best = j;
      rivals = [best];
    }
    for (const j of rivals) {
      if (j === c) continue;
      const term = delta + s[j] - s[c];
      if (term > 0 || kind === "westonWatkins") {
        value += term;
        grad[j] += 1;
        grad[c] -= 1;
      }
    }
  }
  return { value, grad };
}
