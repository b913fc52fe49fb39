/** @file 1.3 The gradient of a line fit. */
import { NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 1.3 · 1 point · about 8 minutes
 *
 * The line phi0 + phi1·x is to pass near the points (xs[i], ys[i]). The loss is the sum over all points
 * of (phi0 + phi1·x - y)²: a sum, not a mean. Return
 *
 * - loss
 * - perExample: for each point, the two slopes of its own term, by phi0 and by phi1
 * - grad: the two slopes of the loss
 *
 * By hand: derive the slopes, no differences. Example: a line that passes through every point has loss 0,
 * and every slope is 0 there.
 */
export function lineFitGrad(
  phi: [number, number],
  xs: Vec,
  ys: Vec,
): { loss: number; perExample: [number, number][]; grad: [number, number] } {
  // TODO: one point at a time, then add up
  throw new NotImplementedError("lineFitGrad");
}
