// exercise: 06-losses/hinge-loss
// slip: unnamed
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(
  kind: "oneVsRest" | "westonWatkins" | "crammerSinger",
  scores: Vec,
  c: number,
  delta = 0.5,
): LossGrad {
  const grad = scores.map(() => 0);
  if (kind === "oneVsRest") {
    let value = 0;
    for (const [i, s] of scores.entries()) {
      // Labels are +1 and -1. A wrong class is asked to score below -delta, so it has a term with a slope of its own;
      // with labels 1 and 0 its term would be the constant delta, and nothing would push its score down.
      const b = i === c ? 1 : -1;
      if (delta - b * s <= 0) continue; // satisfied: costs nothing, and a little more or less changes nothing
      value += delta - b * s;
      grad[i] = -b;
    }
    return { value, grad };
  }

  // The other two compare each rival with the right class. Class c is no rival of its own: its term would always be delta.
  const term = (j: number) => delta + scores[j] - scores[c];
  const rivals = [...scores.keys()].filter((j) => j !== c);
  const worst = rivals.reduce((best, j) => (scores[j] > scores[best] ? j : best), rivals[0]);
  const active = (kind === "westonWatkins" ? rivals : [worst]).filter((j) => term(j) > 0);
  for (const j of active) {
    grad[j] += 1;
    grad[c] -= 1; // once for every active rival: class c can collect several
  }
  return { value: active.reduce((sum, j) => sum + term(j), 0), grad };
}
