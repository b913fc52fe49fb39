/** @file How honest the error bars of numericalDerivative are, on functions whose derivative is known to 30 digits. */
import { numericalDerivative } from "../../src/numeric/ladder.ts";
import { type RandomFunction, randomFunctions } from "../../test/numeric/random-function.ts";

export interface Honesty {
  readonly functions: number;
  /** The true derivative lies within the error bar. */
  readonly honest: number;
  /** The bar promises 1e-5 of the value. */
  readonly certified: number;
  /** It promises that, and the value is off by more than 1e-4. */
  readonly certifiedButWrong: number;
}

export function honestyOf(functions: readonly RandomFunction[]): Honesty {
  let [honest, certified, certifiedButWrong] = [0, 0, 0];
  for (const { f, x, derivative } of functions) {
    const { value, error } = numericalDerivative(f, x);
    const off = Math.abs(value - derivative);
    if (off <= error) honest++;
    if (error > 1e-5 * Math.abs(value)) continue;
    certified++;
    if (off > 1e-4 * Math.abs(derivative)) {
      certifiedButWrong++;
      console.error(x, derivative, value, error);
    }
  }
  return { functions: functions.length, honest, certified, certifiedButWrong };
}

export const ladderHonesty = (count: number): Honesty => honestyOf(randomFunctions(count, 2026));
