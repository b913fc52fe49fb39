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
  sin: (a) => [dd.sin(a[0]), dd.mul(a[1], dd.cos(a[0]))],
  tanh: (a) => {
    const y = dd.tanh(a[0]);
    return [y, dd.mul(a[1], dd.mul(dd.sub(one, y), dd.add(one, y)))];
  },
  exp: (a) => {
    const y = dd.exp(a[0]);
    return [y, dd.mul(a[1], y)];
  },
  log: (a) => [dd.log(a[0]), dd.div(a[1], a[0])],
  max: (a, b) => (dd.value(dd.sub(a[0], b[0])) >= 0 ? a : b),
};

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

/** Trees of 2 to 5 levels with kinks and scales from 0.01 to 100, at points from 1e-6 to 100, some offset by up to 1e4. */
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
      (o, x) => o.max(o.add(a(o, x), o.of(c)), o.of(0)),
      (o, x) => o.max(a(o, x), b(o, x)),
      (o, x) => o.max(a(o, x), o.mul(o.of(-1), a(o, x))),
      (o, x) => o.add(a(o, x), o.mul(o.of(c), b(o, x))),
      (o, x) => o.mul(a(o, x), b(o, x)),
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
      derivative: dd.value(tree(dual, [dd.of(x), one])[1]),
    };
  }).filter(({ f, x, derivative }) => Number.isFinite(f(x)) && Number.isFinite(derivative));
}
