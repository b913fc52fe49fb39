/** @file How honest the error bars of numericalDerivative are, on functions whose derivative is known to 30 digits. */
import { numericalDerivative } from "../../src/numeric/ladder.ts";
import { type RandomFunction, randomFunctions, stores, waves } from "../../test/numeric/random-function.ts";

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
    if (off > 1e-4 * Math.abs(derivative)) certifiedButWrong++;
  }
  return { functions: functions.length, honest, certified, certifiedButWrong };
}

const SEEDS = [2026, 2027, 2028];
const drawn = (draw: (seed: number) => RandomFunction[]): Honesty => honestyOf(SEEDS.flatMap(draw));

/** By family. Of stored values no goal speaks: what lies beneath their last digit cannot be seen from outside. */
export const ladderHonesty = () => ({
  trees: drawn((seed) => randomFunctions(5500, seed)),
  "sin, tanh, log of large arguments": drawn((seed) => waves(5000, seed)),
  "trees, stored as float32": drawn((seed) => randomFunctions(2000, seed, stores["float32"])),
  "trees, stored with eight decimals": drawn((seed) => randomFunctions(2000, seed, stores["eight decimals"])),
});
