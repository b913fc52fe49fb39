/** @file For exercises that train: is the loss of an epoch a mean over the points, or a sum, or divided more than once? */

/** The mean of −ln σ(±z) over all points, + where the label is 1: binary cross-entropy by logits, without overflow. */
export function meanCrossEntropy(logits: readonly number[], y: readonly number[]): number {
  const losses = logits.map((z, i) => Math.max(z, 0) - y[i]! * z + Math.log1p(Math.exp(-Math.abs(z))));
  return losses.reduce((sum, loss) => sum + loss) / logits.length;
}

/** What is said of the loss of the first or the last epoch beside the mean over all points, where training starts or ends. */
export function isMean(
  [which, loss]: readonly [which: "first" | "last", loss: number],
  [where, mean]: readonly [where: "start" | "end", mean: number],
  { isSum, isDividedTwice }: { readonly isSum: boolean; readonly isDividedTwice: boolean },
): true | string {
  const course = `the ${which} loss is ${+loss.toPrecision(3)}, and over all points it is ${+mean.toPrecision(3)} at the ${where}`;
  if (isSum) return `${course}: is it a sum? The mean over the points is asked for`;
  return !isDividedTwice || `${course}: is it divided by the number of points more than once?`;
}
