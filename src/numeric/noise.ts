/**
 * @file How far the values of f are off from a smooth curve: rounding on the way, values stored in fewer digits, steps.
 * Every difference quotient is off by that much, divided by its step.
 */
import type { Fn1 } from "../types.ts";
import { type Point, type Sample, spacing } from "./rungs.ts";

/** Half the relative spacing of Float64: at least this much is lost at every value. */
export const UNIT_ROUNDOFF = 2 ** -53;

/**
 * The noise of f around a point, in units of f: the largest of four estimates, each of which sees what the others cannot.
 *
 * @param here the point and f there
 * @param samples f on either side of it, from coarse to fine steps
 */
export function noiseAround(f: Fn1, here: Point, samples: readonly Sample[]): number {
  const scale = Math.max(1, Math.abs(here.x));
  // At two spacings without a common measure: rounding that looks like a line at one does not at the other.
  const scatter = [2 ** -38, GOLDEN * 2 ** -35].map((step) => scatterAt(f, here, step * scale));
  return Math.max(
    3 * Math.max(...scatter),
    2 * finestScatter(samples),
    gridOf(f, here, samples),
    treadHeight(f, here, samples),
  );
}
const GOLDEN = (1 + Math.sqrt(5)) / 2;

/**
 * The scatter of values at eight neighbouring points. Differences of a smooth function die away from order to order;
 * differences of noise keep their size, scaled by (k!)²/(2k)!, and change sign.
 * @see J. Moré and S. Wild, "Estimating computational noise", 2011
 */
function scatterAt(f: Fn1, here: Point, step: number): number {
  // As it will be taken, and some spacings of x at least.
  const taken = here.x + Math.max(step, 4 * spacing(here.x)) - here.x;
  let differences = [-3, -2, -1, 0, 1, 2, 3, 4].map((k) => (k === 0 ? here.y : f(here.x + k * taken)));
  if (!differences.every(Number.isFinite)) return 0;
  let scale = 1;
  const orders: { readonly size: number; readonly bothSigns: boolean }[] = [];
  for (let k = 1; k <= 6; k++) {
    differences = differences.slice(1).map((y, i) => y - differences[i]!);
    scale *= k / (2 * (2 * k - 1));
    orders.push({
      size: Math.sqrt(scale) * rootMeanSquare(differences),
      bothSigns: Math.min(...differences) < 0 && Math.max(...differences) > 0,
    });
  }
  for (let first = 1; first <= 3; first++) {
    const sizes = orders.slice(first, first + 3).map(({ size }) => size);
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
    if (low > 0 && high <= 4 * low && orders[first]!.bothSigns) return high;
  }
  return 0;
}

/**
 * The most that any of the finest steps moves the slope, as a change of f: the curve has settled by then. The even
 * spacings above may all be nearly whole multiples of an argument's own rounding (of 265.9 x in sin(265.9 x), say),
 * whose errors then lie on a line. Steps that shrink fourfold are not.
 */
function finestScatter(samples: readonly Sample[]): number {
  const finest = samples.slice(-FINEST);
  const moves = finest.slice(1).map(({ central, h }, i) => Math.abs(central - finest[i]!.central) * h);
  return Math.max(...moves);
}
const FINEST = 6;

/** Also of numbers whose squares underflow. */
function rootMeanSquare(numbers: readonly number[]): number {
  const largest = Math.max(...numbers.map(Math.abs));
  if (largest === 0) return 0;
  return largest * Math.sqrt(numbers.reduce((sum, x) => sum + (x / largest) ** 2, 0) / numbers.length);
}

/** Half a unit of the last digit, if f keeps fewer digits than Float64 has: those of float32, or so many decimals. */
function gridOf(f: Fn1, here: Point, samples: readonly Sample[]): number {
  const values = [here.y, ...samples.flatMap(({ left, right }) => [left.y, right.y])];
  // Numbers of at most 12 significant bits lie on every grid and tell nothing.
  const telling = [...new Set(values)].filter((y) => !Number.isInteger(y / (2 ** 41 * spacing(y))));
  if (telling.every((y) => Math.fround(y) === y)) return 2 ** -24 * Math.max(0, ...telling.map(Math.abs));
  for (let digits = 2; digits <= 12; digits++) {
    const unit = 10 ** digits;
    // Beyond these, Float64 is hardly finer.
    const small = telling.filter((y) => Math.abs(y) * unit <= 2 ** 44);
    const isDecimal = (y: number) =>
      Math.abs(y * unit - Math.round(y * unit)) <= Math.abs(y * unit) * 2 ** -50;
    // One constant in a program may well be a short decimal.
    if (small.length < 2 || !small.every(isDecimal)) continue;
    return valuesBetween(f, here, samples).every(isDecimal) ? 0.5 / unit : 0;
  }
  return 0;
}

/** Where nothing is round: relu(x − 0.3) has short decimals at 8.1 and 2.1, but not there. */
function valuesBetween(f: Fn1, here: Point, samples: readonly Sample[]): number[] {
  const moving = samples.flatMap(({ left, right }) => [left, right]).filter(({ y }) => y !== here.y);
  return moving.slice(0, 6).map(({ x }) => f(here.x + (x - here.x) / GOLDEN));
}

/**
 * The height of a step, if f is a staircase: constant around the point, and around most places nearby with other values.
 * (Constant here and nowhere else is a flat piece, such as the left half of relu.)
 */
function treadHeight(f: Fn1, here: Point, samples: readonly Sample[]): number {
  const flat = samples.findIndex(({ left, right }) => left.y === here.y && right.y === here.y);
  if (flat < 0) return 0;
  const elsewhere = samples
    .slice(0, flat)
    .flatMap(({ left, right }) => [left, right])
    .filter(({ y }) => y !== here.y);
  const levels = [...new Map(elsewhere.map((point) => [point.y, point])).values()];
  if (levels.length < 3) return 0;
  const { h } = samples[Math.min(flat + 2, samples.length - 1)]!;
  const constant = ({ x, y }: Point) => f(x + 0.31 * h) === y && f(x + 0.9 * h) === y;
  const near = levels.slice(-6);
  if (near.filter(constant).length <= near.length / 2) return 0;
  return Math.min(...near.map(({ y }) => Math.abs(y - here.y)));
}
