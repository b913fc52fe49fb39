/** @file 6.2 Softmax and cross-entropy together. */
import type { Vec } from "gradbook";

export function softmaxCrossEntropy(z: Vec, target: Vec): { loss: number; p: Vec; dz: Vec } {
  // The same number taken from all logits changes nothing. After taking the largest, exponents are at most 0.
  const largest = Math.max(...z);
  const e = z.map((zi) => Math.exp(zi - largest));
  const sum = e.reduce((total, ei) => total + ei, 0); // at least 1: the largest logit gives e⁰
  const p = e.map((ei) => ei / sum);

  // ln p[i] = z[i] - lse, with lse = ln Σ e^z. It is a plain number even where p[i] itself has become 0.
  const lse = largest + Math.log(sum);
  const loss = target.reduce((total, t, i) => total + t * (lse - z[i]), 0);

  // The loss is lse·Σt - Σ t·z. The slope of lse is the softmax, and Σt = 1.
  return { loss, p, dz: p.map((pi, i) => pi - target[i]) };
}
