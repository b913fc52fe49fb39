// exercise: 06-losses/hinge-loss
import type { LossGrad, Vec } from "gradbook";

export function hingeLoss(
  kind: "oneVsRest" | "westonWatkins" | "crammerSinger",
  scores: Vec,
  c: number,
  delta = 1,
): LossGrad {
  let value = 0;
  const grad = new Array<number>(scores.length).fill(0);
  if (kind === "oneVsRest") {
    scores.forEach((s, i) => {
      const term = i === c ? delta - s : delta + s;
      if (term <= 0) return;
      value += term;
      grad[i] = i === c ? -1 : 1;
    });
    return { value, grad };
  }
  const rivals = scores.map((s, j) => ({ j, term: delta + s - scores[c] })).filter(({ j }) => j !== c);
  rivals.sort((a, b) => b.term - a.term);
  for (const { j, term } of kind === "crammerSinger" ? rivals.slice(0, 1) : rivals) {
    if (term <= 0) break;
    value += term;
    grad[j]++;
    grad[c]--;
  }
  return { value, grad };
}
