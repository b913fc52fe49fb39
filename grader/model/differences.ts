/** @file Numerical slopes by differences in double-double: no derivative rule takes part. */
import type { DoubleDouble } from "../../src/numeric/double-double.ts";
import { InfrastructureError } from "../runner.ts";
import { between, forward, rerun, type Values } from "./evaluate.ts";
import { extended, float64 } from "./field.ts";
import type { Any } from "./node.ts";

/** The slope is value ± error; at a kink every number from low to high, ± error, is one. */
export interface Slope {
  readonly value: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

const { add, sub, of: lift, value } = extended;

/** Steps are about 6e-11 of x: truncation h² and rounding 1e-29/h both stay below 1e-18. */
const STEP = 2 ** -34;
/** What an evaluation may be off by, relative to its largest intermediate value: 12 bits above one rounding. */
const NOISE = 2 ** -94;

const powerOfTwo = (x: number) => 2 ** Math.floor(Math.log2(x));
const largest = (numbers: readonly number[]) => numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** The slope from values at −2h, −h, 0, h, 2h; h is a power of two, so that dividing by it is exact. */
function slopeFrom(f: readonly DoubleDouble[], h: number, noise: number): Slope {
  // Only the difference needs the long numbers; what is left of it is rounded once.
  const quotient = (from: number, to: number) => value(sub(f[to + 2]!, f[from + 2]!)) / ((to - from) * h);
  // One-sided, with the second derivative cancelled: 2 q(h) − q(2h).
  const left = 2 * quotient(-1, 0) - quotient(-2, 0);
  const right = 2 * quotient(0, 1) - quotient(0, 2);
  const [near, far] = [quotient(-1, 1), quotient(-2, 2)];
  const middle = near + (near - far) / 3;
  const size = Math.abs(left) + Math.abs(right);
  const error = Math.abs(near - far) + noise + 2 ** -51 * Math.max(size, Math.abs(middle));
  const jumps = Math.abs(right - left) > 16 * error + 1e-12 * size;
  const [low, high] = jumps ? [Math.min(left, right), Math.max(left, right)] : [middle, middle];
  return { value: middle, error, low, high };
}

/**
 * The slopes of every entry of `of` as `wrt` moves along a direction.
 * @param values of the whole tape in double-double
 * @throws {InfrastructureError} if no step gives finite values: the model is not defined around this input
 */
export function slopesAlong(
  values: Values<DoubleDouble>,
  of: Any,
  wrt: Any,
  direction: readonly number[],
): readonly Slope[] {
  const path = between(of.tape, wrt, of);
  const start = values[wrt.id]!;
  const here = values[of.id]!;
  const size = largest([wrt, of, ...path].flatMap((node) => values[node.id]!.map(value)));
  const moved = largest(start.map((x, i) => (direction[i] ? value(x) : 0)));
  const scales = moved > 0 && moved < 0.5 ? [1, powerOfTwo(moved)] : [powerOfTwo(Math.max(1, moved))];
  let best: readonly Slope[] | undefined;
  let bestError = Number.POSITIVE_INFINITY;
  for (const scale of scales) {
    const h = STEP * scale;
    const noise = (NOISE * size) / h;
    const move = (k: number) => {
      const data = start.map((x, i) => (direction[i] ? add(x, lift(k * h * direction[i]!)) : x));
      return rerun(extended, values, wrt, data, path, of);
    };
    const runs = [move(-2), move(-1), here, move(1), move(2)];
    const slopes = here.map((_, i) =>
      slopeFrom(
        runs.map((run) => run[i]!),
        h,
        noise,
      ),
    );
    const error = Math.max(...slopes.map((slope) => slope.error));
    if (error < bestError) [best, bestError] = [slopes, error]; // false for NaN
    if (error <= 1e-14 * (size + largest(slopes.map((slope) => slope.value)))) break;
  }
  if (!best) throw new InfrastructureError("the model is not defined around this input");
  return best;
}

/** (f(x + h) − f(x))/h or (f(x + h) − f(x − h))/2h in Float64, for every entry of `wrt`: what students compute. */
export function quotients(of: Any, wrt: Any, h: number, scheme: "forward" | "central"): readonly number[] {
  const values = forward(float64, of.tape);
  const path = between(of.tape, wrt, of);
  const at = (j: number, step: number) => {
    const data = wrt.data.map((x, k) => (k === j ? x + step : x));
    return rerun(float64, values, wrt, data, path, of)[0]!;
  };
  const back = scheme === "central" ? -h : 0;
  return wrt.data.map((_, j) => (at(j, h) - at(j, back)) / (h - back));
}
