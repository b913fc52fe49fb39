/** @file The number systems in which a model is evaluated: each op is written once, over any of them. */

import { mulberry32 } from "../../src/data/random.ts";
import * as doubleDouble from "../../src/numeric/double-double.ts";

export interface Field<N> {
  of(x: number): N;
  /** The nearest Float64: for comparisons, and to hand a result on. */
  value(a: N): number;
  readonly LN10: N;
  neg(a: N): N;
  add(a: N, b: N): N;
  sub(a: N, b: N): N;
  mul(a: N, b: N): N;
  div(a: N, b: N): N;
  sqrt(a: N): N;
  exp(a: N): N;
  log(a: N): N;
  log1p(a: N): N;
  sin(a: N): N;
  cos(a: N): N;
  tanh(a: N): N;
}

/** What students compute with. */
export const float64: Field<number> = {
  of: (x) => x,
  value: (a) => a,
  LN10: Math.LN10,
  neg: (a) => -a,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
};

/** 31 digits: differences in it are numerical derivatives with 18 digits and more. */
export const extended: Field<doubleDouble.DoubleDouble> = doubleDouble;

/**
 * Float64 in which every operation may err by up to one unit in the last place, by a seeded coin.
 * How far results of several such runs lie apart is the rounding that any correct program may show.
 */
export function jittered(seed: number): Field<number> {
  const uniform = mulberry32(seed);
  const jolt = (x: number) => x * (1 + (uniform() - 0.5) * 2 ** -51);
  return {
    ...float64,
    add: (a, b) => jolt(a + b),
    sub: (a, b) => jolt(a - b),
    mul: (a, b) => jolt(a * b),
    div: (a, b) => jolt(a / b),
    sqrt: (a) => jolt(Math.sqrt(a)),
    exp: (a) => jolt(Math.exp(a)),
    log: (a) => jolt(Math.log(a)),
    log1p: (a) => jolt(Math.log1p(a)),
    sin: (a) => jolt(Math.sin(a)),
    cos: (a) => jolt(Math.cos(a)),
    tanh: (a) => jolt(Math.tanh(a)),
  };
}
