/** @file 2.4 The toy network backwards. */
import { type Act3, NotImplementedError, type ToyCache, type ToyGrads, type ToyParams } from "gradbook";

/**
 * Exercise 2.4 · 3 points · about 15 minutes
 *
 * p holds beta and omega; c holds x, y, f, h and loss of the forward pass; dacts[k] is the slope of the
 * activation that made h[k+1] out of f[k]. Return the derivative of the loss (f[3] - y)² by everything:
 *
 * - dF[k] by f[k] and dH[k] by h[k]
 * - dBeta[k] by beta[k] and dOmega[k] by omega[k]
 * - dX by x
 *
 * Each list holds 4 numbers, k = 0 to 3. h[0] is x, so dH[0] equals dX.
 * By hand: no Value, no nudging. Leave p and c as they are.
 *
 * Example: if the prediction f[3] equals y, every one of these numbers is 0.
 */
export function toyBackward(p: ToyParams, c: ToyCache, dacts: Act3): ToyGrads {
  // TODO: start at dF[3] and go left
  throw new NotImplementedError("toyBackward");
}
