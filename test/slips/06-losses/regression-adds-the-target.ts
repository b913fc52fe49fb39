// exercise: 06-losses/regression-loss
// slip: sign
import type { LossGrad, Vec } from "gradbook";

export function regressionLoss(kind: "squared" | "absolute" | "huber", a: Vec, b: Vec, delta = 1): LossGrad {
  // All three look at the residual only, so a table of two functions of r says everything.
  const [loss, slope] = {
    squared: [(r: number) => r * r, (r: number) => 2 * r],
    // Math.sign is 0 at 0, which is the convention; r / Math.abs(r) would be NaN there.
    absolute: [Math.abs, Math.sign],
    // The slope of the parabola is r, that of the lines is ±delta: together, r clipped to [-delta, delta].
    // The lines begin where the parabola ends: at |r| = delta both formulas give delta²/2.
    huber: [
      (r: number) => (Math.abs(r) <= delta ? (r * r) / 2 : delta * Math.abs(r) - (delta * delta) / 2),
      (r: number) => Math.max(-delta, Math.min(delta, r)),
    ],
  }[kind];

  const residuals = a.map((ai, i) => ai + b[i]);
  return {
    value: residuals.reduce((sum, r) => sum + loss(r), 0),
    // r moves one for one with a, so the slope by r is the slope by a. By b it would have the opposite sign.
    grad: residuals.map(slope),
  };
}
