/** @file Losses. The name or the first line says whether examples are summed or averaged, and whether ½ is inside. */
import { logSoftmax, oneHot } from "../tensor/functions.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** Σ (a − b)². */
export const squared = (a: Tensor, b: Tensor): Tensor => a.sub(b).square().sum();
/** ½ Σ (a − b)². */
export const halfSquared = (a: Tensor, b: Tensor): Tensor => squared(a, b).mul(0.5);
/** The mean of (a − b)² over all entries. */
export const meanSquared = (a: Tensor, b: Tensor): Tensor => a.sub(b).square().mean();
/** Σ |a − b|. */
export const absolute = (a: Tensor, b: Tensor): Tensor => a.sub(b).abs().sum();
/** Σ of r²/2 where |r| ≤ δ, else δ(|r| − δ/2), with r = a − b. */
export function huber(a: Tensor, b: Tensor, delta = 1): Tensor {
  const r = a.sub(b).abs();
  const inside = r.minimum(delta);
  return inside.square().mul(0.5).add(r.sub(inside).mul(delta)).sum();
}

/** The mean of max(0, 1 − y·score) for labels y of −1 and 1; scores and y have shape (n,). */
export const hinge = (scores: Tensor, y: Tensor): Tensor => y.mul(scores).neg().add(1).relu().mean();

/** The sum over classes of max(0, δ − b·score), b = 1 for the right class and −1 for the others; averaged over the rows. */
export function oneVsRestHinge(scores: Tensor, classes: readonly number[], delta = 1): Tensor {
  const signs = oneHot(classes, scores.shape[1]!).mul(2).sub(1);
  return signs.mul(scores).neg().add(delta).relu().sum(1).mean();
}
/** The sum over the wrong classes j of max(0, δ + score_j − score_right), averaged over the rows (Weston and Watkins). */
export const westonWatkinsHinge = (scores: Tensor, classes: readonly number[], delta = 1): Tensor =>
  margins(scores, classes, delta).sum(1).mean();
/** Only the largest of these margins counts, averaged over the rows (Crammer and Singer). */
export const crammerSingerHinge = (scores: Tensor, classes: readonly number[], delta = 1): Tensor =>
  margins(scores, classes, delta).max(1).mean();

/** max(0, δ + score_j − score_right) for the wrong classes, 0 at the right one. */
function margins(scores: Tensor, classes: readonly number[], delta: number): Tensor {
  const right = oneHot(classes, scores.shape[1]!);
  const score = scores.mul(right).sum(1, true);
  return scores.sub(score).add(delta).relu().mul(right.neg().add(1));
}

/** −log softmax(logits)[class], averaged over the rows; finite for logits of any size. */
export function crossEntropy(logits: Tensor, classes: readonly number[]): Tensor {
  const right = oneHot(classes, logits.shape[1]!);
  return logSoftmax(logits).mul(right).sum(1).mean().neg();
}

/** −[y ln p + (1 − y) ln(1 − p)], averaged: p are probabilities strictly between 0 and 1. */
export const binaryCrossEntropy = (p: Tensor, y: Tensor): Tensor =>
  y
    .mul(p.log())
    .add(y.neg().add(1).mul(p.neg().add(1).log()))
    .mean()
    .neg();

/** The same from logits z, p = σ(z): the mean of ln(1 + e^z) − y·z, finite for logits of any size. */
export const binaryCrossEntropyWithLogits = (z: Tensor, y: Tensor): Tensor =>
  z.softplus().sub(y.mul(z)).mean();
