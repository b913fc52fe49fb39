/** @file Random functions of one number whose derivative is known to 30 digits: the oracle of the ladder. */
import { mulberry32, normal } from "gradbook";
import * as dd from "../../src/numeric/double-double.ts";

/** The operations that a random function is made of, on one kind of number. */
interface Algebra<T> {
  of(c: number): T;
  add(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  sin(a: T): T;
  tanh(a: T): T;
  sigmoid(a: T): T;
  exp(a: T): T;
  log(a: T): T;
  max(a: T, b: T): T;
}
type Expression = <T>(o: Algebra<T>, x: T) => T;

const float64: Algebra<number> = {
  of: (c) => c,
  add: (a, b) => a + b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sin: Math.sin,
  tanh: Math.tanh,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  exp: Math.exp,
  log: Math.log,
  max: Math.max,
};

/** A value and its derivative. */
type Dual = readonly [value: dd.DoubleDouble, slope: dd.DoubleDouble];
const one = dd.of(1);
const dual: Algebra<Dual> = {
  of: (c) => [dd.of(c), dd.of(0)],
  add: (a, b) => [dd.add(a[0], b[0]), dd.add(a[1], b[1])],
  mul: (a, b) => [dd.mul(a[0], b[0]), dd.add(dd.mul(a[1], b[0]), dd.mul(a[0], b[1]))],
  div: (a, b) => {
    const y = dd.div(a[0], b[0]);
    return [y, dd.div(dd.sub(a[1], dd.mul(y, b[1])), b[0])];
  },
  // Beyond 1e15 the remainder to π/2 keeps too few digits.
  sin: (a) =>
    Math.abs(a[0].hi) < 1e15 ? [dd.sin(a[0]), dd.mul(a[1], dd.cos(a[0]))] : [dd.of(Number.NaN), a[1]],
  tanh: (a) => {
    const { slope } = sigmoid(dd.add(a[0], a[0]));
    return [dd.tanh(a[0]), dd.mul(a[1], dd.mul(dd.of(4), slope))];
  },
  sigmoid: (a) => {
    const { y, slope } = sigmoid(a[0]);
    return [y, dd.mul(a[1], slope)];
  },
  exp: (a) => {
    const y = dd.exp(a[0]);
    return [y, dd.mul(a[1], y)];
  },
  log: (a) => [dd.log(a[0]), dd.div(a[1], a[0])],
  max: (a, b) => {
    const ahead = dd.value(dd.sub(a[0], b[0]));
    if (Number.isNaN(ahead)) return [dd.of(ahead), dd.of(ahead)];
    return ahead >= 0 ? a : b;
  },
};

/** And its slope, to all digits also where it is saturated. */
function sigmoid(z: dd.DoubleDouble) {
  const e = dd.exp(z.hi > 0 ? dd.neg(z) : z);
  const whole = dd.add(one, e);
  return { y: dd.div(z.hi > 0 ? one : e, whole), slope: dd.div(dd.div(e, whole), whole) };
}

/** How values can be kept in fewer digits. */
export const stores: Readonly<Record<string, (y: number) => number>> = {
  float32: Math.fround,
  "eight decimals": (y) => Math.round(y * 1e8) / 1e8,
};

export interface RandomFunction {
  readonly f: (x: number) => number;
  readonly x: number;
  readonly derivative: number;
}

/**
 * Trees of 2 to 5 levels with kinks and scales from 0.01 to 100, at points from 1e-6 to 100, some offset by up to 1e4.
 *
 * @param store how values are kept. What it makes constant around x is left out: there the slope is that of a constant.
 */
export function randomFunctions(count: number, seed: number, store = (y: number) => y): RandomFunction[] {
  const rng = mulberry32(seed);
  const gauss = normal(rng);
  const pick = (...numbers: number[]) => numbers[Math.floor(rng() * numbers.length)]!;
  const whole = (low: number, high: number) => low + Math.floor(rng() * (high - low + 1));

  const expression = (depth: number): Expression => {
    if (depth === 0) {
      const c = gauss();
      return rng() < 0.8 ? (_, x) => x : (o) => o.of(c);
    }
    const a = expression(depth - 1);
    const b = expression(whole(0, depth - 1));
    const c = gauss() * 10 ** pick(-2, -1, 0, 0, 0, 1, 2);
    const forms: readonly Expression[] = [
      (o, x) => o.sin(o.mul(o.of(c), a(o, x))),
      (o, x) => o.tanh(o.mul(o.of(c), a(o, x))),
      (o, x) => o.exp(o.tanh(o.mul(o.of(c), a(o, x)))),
      (o, x) => o.log(o.add(o.of(0.5 + Math.abs(c)), o.mul(a(o, x), a(o, x)))),
      (o, x) => o.sigmoid(o.mul(o.of(Math.max(-20, Math.min(20, c))), a(o, x))),
      (o, x) => o.max(o.add(a(o, x), o.of(c)), o.of(0)),
      (o, x) => o.max(a(o, x), b(o, x)),
      (o, x) => o.max(a(o, x), o.mul(o.of(-1), a(o, x))),
      (o, x) => o.add(a(o, x), o.mul(o.of(c), b(o, x))),
      (o, x) => o.mul(a(o, x), b(o, x)),
      (o, x) => o.add(o.mul(a(o, x), a(o, x)), b(o, x)),
      (o, x) => o.div(a(o, x), o.add(o.of(1), o.mul(b(o, x), b(o, x)))),
    ];
    return forms[Math.floor(rng() * forms.length)]!;
  };

  return Array.from({ length: count }, () => {
    const tree = expression(whole(2, 5));
    const offset = rng() < 0.15 ? 10 ** whole(1, 4) : 0;
    const x = gauss() * 10 ** pick(-6, -3, -1, 0, 0, 0, 0, 1, 2);
    return {
      f: (at: number) => store(tree(float64, at) + offset),
      x,
      derivative: slopeOf(tree, x),
    };
  }).filter(
    ({ f, x, derivative }) =>
      Number.isFinite(f(x)) &&
      Number.isFinite(derivative) &&
      (derivative === 0 || (Math.abs(derivative) > 1e-300 && !isConstantAround(f, x))),
  );
}

/** Within a tenth of the size of x. */
function isConstantAround(f: (x: number) => number, x: number): boolean {
  const h = 0.1 * Math.max(1, Math.abs(x));
  return [-h, -h / 64, h / 64, h].every((step) => f(x + step) === f(x));
}

/**
 * sin(c·x), log(1e4 + sin(c·x)) and tanh(c·x − d) for c up to 1e4 and x up to 1e3, every other one of five digits: the
 * product is rounded far more coarsely than the value, and each point meets another part of that rounding.
 */
export function waves(count: number, seed: number): RandomFunction[] {
  const rng = mulberry32(seed);
  return Array.from({ length: count }, (_, i) => {
    const digits = i % 2 ? 5 : 16;
    const c = Number((10 ** (4 * rng())).toPrecision(digits));
    const x = Number((10 ** (3 * rng())).toPrecision(digits));
    const shift = c * x;
    const forms: readonly Expression[] = [
      (o, t) => o.sin(o.mul(o.of(c), t)),
      (o, t) => o.log(o.add(o.of(1e4), o.sin(o.mul(o.of(c), t)))),
      (o, t) => o.tanh(o.add(o.mul(o.of(c), t), o.of(-shift))),
    ];
    const tree = forms[Math.floor(rng() * forms.length)]!;
    return { f: (at) => tree(float64, at), x, derivative: slopeOf(tree, x) };
  });
}

const slopeOf = (tree: Expression, x: number): number => dd.value(tree(dual, [dd.of(x), one])[1]);
