/** @file The rungs of a ladder: f on either side of a point, at steps from coarse to fine. */
import type { Fn1 } from "../types.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** f on either side of a point. */
export interface Sample {
  /** Half of the way from left to right, as it was taken: x ± h is rounded. */
  readonly h: number;
  readonly left: Point;
  readonly right: Point;
  /** The slopes from left to right, from left to the point, and from the point to right. */
  readonly central: number;
  readonly before: number;
  readonly after: number;
}
/** A sample, and what the noise of f can do to its central slope. */
export interface Rung extends Sample {
  readonly bar: number;
}

/** The widest step is 8 times the size of x, at least 8; each next one a quarter. */
const WIDEST = 8;
const STEPS = 25;
/** The finest step is still this many times the spacing of numbers at x. */
const FINEST = 64;

/** The spacing of Float64 numbers at x. */
export const spacing = (x: number): number =>
  x === 0 ? Number.MIN_VALUE : 2 ** (Math.floor(Math.log2(Math.abs(x))) - 52);

/** At every step at which f is finite on both sides. */
export function samplesAround(f: Fn1, here: Point): Sample[] {
  const samples: Sample[] = [];
  for (const h of steps(here.x)) {
    const [a, b] = [here.x - h, here.x + h];
    if (b - a < 2 * FINEST * spacing(here.x)) break;
    const [left, right] = [
      { x: a, y: f(a) },
      { x: b, y: f(b) },
    ];
    if (Number.isFinite(left.y) && Number.isFinite(right.y)) samples.push(sample(left, here, right));
  }
  return samples;
}

function sample(left: Point, here: Point, right: Point): Sample {
  return {
    h: (right.x - left.x) / 2,
    left,
    right,
    central: slope(left, right),
    before: slope(left, here),
    after: slope(here, right),
  };
}
const slope = (a: Point, b: Point): number => (b.y - a.y) / (b.x - a.x);

/** From the scale of ordinary numbers down; for an x much smaller than 1 then on from the scale of x. */
function steps(x: number): number[] {
  const found: number[] = [];
  const scale = Math.max(1, Math.abs(x));
  const scales = x !== 0 && Math.abs(x) < 1e-3 ? [scale, Math.abs(x)] : [scale];
  for (const s of scales)
    for (let k = 0; k < STEPS; k++) {
      const h = (WIDEST * s) / 4 ** k;
      if (!(h >= found.at(-1)! / 2)) found.push(h);
    }
  return found;
}
