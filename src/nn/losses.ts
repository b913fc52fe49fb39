/**
 * @file Losses. The name or the first line says whether examples are summed or averaged, and whether ½ is inside. None of
 * them broadcasts: predictions of shape (n, 1) against targets of shape (n,) would compare each with all.
 */
import { logSoftmax, oneHot } from "../tensor/functions.ts";
import { demandIndex, ShapeError, sameShape, showShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * Σ (a − b)².  ∂/∂a = 2(a − b)
 *
 * @throws {ShapeError} if a and b have different shapes
 */
export const squared = (a: Tensor, b: Tensor): Tensor => residual("squared", a, b).square().sum();
/**
 * ½ Σ (a − b)².  ∂/∂a = a − b
 *
 * @throws {ShapeError} if a and b have different shapes
 */
export const halfSquared = (a: Tensor, b: Tensor): Tensor =>
  residual("halfSquared", a, b).square().sum().mul(0.5);
/**
 * The mean of (a − b)² over all entries.  ∂/∂a = 2(a − b)/n
 *
 * @throws {ShapeError} if a and b have different shapes
 */
export const meanSquared = (a: Tensor, b: Tensor): Tensor => residual("meanSquared", a, b).square().mean();
/**
 * Σ |a − b|.  ∂/∂a = the sign of a − b; 0 at 0
 *
 * @throws {ShapeError} if a and b have different shapes
 */
export const absolute = (a: Tensor, b: Tensor): Tensor => residual("absolute", a, b).abs().sum();
/**
 * Σ of r²/2 where |r| ≤ δ, else δ(|r| − δ/2), with r = a − b.  ∂/∂a = r, cut off at ±δ
 *
 * @throws {ShapeError} if a and b have different shapes
 */
export function huber(a: Tensor, b: Tensor, delta = 1): Tensor {
  const r = residual("huber", a, b).abs();
  const inside = r.minimum(delta);
  return inside.square().mul(0.5).add(r.sub(inside).mul(delta)).sum();
}

function residual(loss: string, a: Tensor, b: Tensor): Tensor {
  demandSame(loss, a, b);
  return a.sub(b);
}
function demandSame(loss: string, a: Tensor, b: Tensor): void {
  if (!sameShape(a.shape, b.shape))
    throw new ShapeError(
      `${loss}: a is ${showShape(a.shape)} and b is ${showShape(b.shape)}; a loss compares entry with entry. Look at: reshape one of them.`,
    );
}

/**
 * The mean of max(0, 1 − y·score) for labels y of −1 and 1.  ∂/∂score = −y/n where y·score < 1, else 0
 *
 * @param scores shape (n,), like y
 * @throws {ShapeError} if scores and y have different shapes
 */
export function hinge(scores: Tensor, y: Tensor): Tensor {
  demandSame("hinge", scores, y);
  return y.mul(scores).neg().add(1).relu().mean();
}

/**
 * The sum over classes of max(0, δ − b·score), b = 1 for the right class and −1 for the others; averaged over the rows.
 *
 * @param scores shape (n, classes)
 * @param classes n class indices, from 0
 */
export function oneVsRestHinge(scores: Tensor, classes: readonly number[], delta = 1): Tensor {
  const signs = rightOnes("oneVsRestHinge", scores, classes).mul(2).sub(1);
  return signs.mul(scores).neg().add(delta).relu().sum(1).mean();
}
/**
 * The sum over the wrong classes j of max(0, δ + score_j − score_right), averaged over the rows.
 *
 * @param scores shape (n, classes)
 * @param classes n class indices, from 0
 * @see J. Weston and C. Watkins (1999)
 */
export const westonWatkinsHinge = (scores: Tensor, classes: readonly number[], delta = 1): Tensor =>
  margins("westonWatkinsHinge", scores, classes, delta).sum(1).mean();
/**
 * The largest of max(0, δ + score_j − score_right) over the wrong classes j, averaged over the rows.
 *
 * @param scores shape (n, classes)
 * @param classes n class indices, from 0
 * @see K. Crammer and Y. Singer (2001)
 */
export const crammerSingerHinge = (scores: Tensor, classes: readonly number[], delta = 1): Tensor =>
  margins("crammerSingerHinge", scores, classes, delta).max(1).mean();

/** max(0, δ + score_j − score_right) for the wrong classes, 0 at the right one. */
function margins(loss: string, scores: Tensor, classes: readonly number[], delta: number): Tensor {
  const right = ofRight(loss, scores, classes).reshape([-1, 1]);
  return scores
    .sub(right)
    .add(delta)
    .relu()
    .mul(rightOnes(loss, scores, classes).neg().add(1));
}

/** 1 at the right class of each row, 0 elsewhere: shaped like the scores. */
function rightOnes(loss: string, scores: Tensor, classes: readonly number[]): Tensor {
  demandRows(loss, scores, classes);
  return oneHot(classes, scores.shape[1]!);
}
/** The score of the right class of each row, (n,). */
function ofRight(loss: string, scores: Tensor, classes: readonly number[]): Tensor {
  demandRows(loss, scores, classes);
  const k = scores.shape[1]!;
  return scores.reshape([-1]).take(classes.map((right, row) => row * k + demandIndex(loss, right, k)));
}
function demandRows(loss: string, scores: Tensor, classes: readonly number[]): void {
  if (scores.shape.length !== 2 || scores.shape[0] !== classes.length)
    throw new ShapeError(
      `${loss}: the scores are ${showShape(scores.shape)} for ${classes.length} class indices; expected (${classes.length}, classes), a row for each.`,
    );
}

/**
 * −log softmax(logits)[class], averaged over the rows; finite for logits of any size.  ∂/∂logits = (softmax − one-hot)/n
 *
 * @param logits shape (n, classes)
 * @param classes n class indices, from 0
 * @throws {ShapeError} if there is not one row for each class index
 */
export function crossEntropy(logits: Tensor, classes: readonly number[]): Tensor {
  return ofRight("crossEntropy", logSoftmax(logits), classes).neg().mean();
}

/**
 * −[y ln p + (1 − y) ln(1 − p)], averaged: p are probabilities strictly between 0 and 1.  ∂/∂p = (p − y)/(p(1 − p)n)
 *
 * @throws {ShapeError} if p and y have different shapes
 */
export function binaryCrossEntropy(p: Tensor, y: Tensor): Tensor {
  demandSame("binaryCrossEntropy", p, y);
  const one = y.mul(p.log());
  const zero = y.neg().add(1).mul(p.neg().add(1).log());
  return one.add(zero).neg().mean();
}

/**
 * The same from logits z, p = σ(z): the mean of ln(1 + e^z) − y·z, finite for logits of any size.  ∂/∂z = (σ(z) − y)/n
 *
 * @throws {ShapeError} if z and y have different shapes
 */
export function binaryCrossEntropyWithLogits(z: Tensor, y: Tensor): Tensor {
  demandSame("binaryCrossEntropyWithLogits", z, y);
  return z.softplus().sub(y.mul(z)).mean();
}
