/** @file The mistakes of an op catalogue, for 10.2: what each makes of the gradient of one op. */
import { makeKit } from "../cell/kit.ts";
import type { Slip } from "../exercise.ts";

type Toy = { readonly beta: number[]; readonly omega: number[]; readonly x: number; readonly y: number };
export type OpData = {
  /** Both signs; positive, for logarithms. */
  readonly a: number[];
  readonly b: number[];
  readonly p: number[];
  /** The upstream gradient of each entry: an op that ignores it cannot hide. */
  readonly g: number[];
  readonly exponents: number[];
  readonly constant: number;
  readonly graph: number[];
  readonly toy: Toy;
  readonly logistic: { readonly w: number; readonly b: number; readonly x: number };
};
const { fn } = makeKit();

/** The gradient of one op's weighted sum when its slope is taken to be another. */
const slope = ({ a, g }: OpData, name: string, of: (x: number) => number) => ({
  [`${name}.grad`]: a.map((x, i) => g[i]! * of(x)),
});
const onPositive = ({ p, g }: OpData, name: string, of: (x: number) => number) => ({
  [`${name}.grad`]: p.map((x, i) => g[i]! * of(x)),
});
/** A binary op's slopes by both operands. */
const both = (
  { a, b, g }: OpData,
  name: string,
  byA: (a: number, b: number) => number,
  byB: (a: number, b: number) => number,
) => ({
  [`${name}.grad`]: [a.map((x, i) => g[i]! * byA(x, b[i]!)), a.map((x, i) => g[i]! * byB(x, b[i]!))],
});
const powers = ({ a, g, exponents }: OpData, of: (x: number, n: number) => number) => ({
  "pow.grad": a.map((x, i) => g[i]! * of(x, exponents[i]!)),
});

export const opSlips: readonly Slip<OpData, Record<string, unknown>>[] = [
  {
    id: "sign",
    say: "sub sends its second operand a gradient of the same sign; a − b falls when b grows",
    answers: (data) =>
      both(
        data,
        "sub",
        () => 1,
        () => 1,
      ),
  },
  {
    id: "sign",
    say: "neg has the slope 1; −x falls when x grows",
    answers: (data) => slope(data, "neg", () => 1),
  },
  {
    id: "sign",
    say: "the slope of cos has the opposite sign: where cos falls, its slope is negative",
    answers: (data) => slope(data, "cos", Math.sin),
  },
  {
    id: "sign",
    say: "the slope of div by its second operand has the opposite sign: a/b falls when b grows",
    answers: (data) =>
      both(
        data,
        "div",
        (_, b) => 1 / b,
        (a, b) => a / b ** 2,
      ),
  },
  {
    id: "quotient-rule",
    say: "the slope of div by its second operand is −a/b² for a/b; the square is missing",
    answers: (data) =>
      both(
        data,
        "div",
        (_, b) => 1 / b,
        (a, b) => -a / b,
      ),
  },
  {
    id: "power-rule",
    say: "the slope of pow is n·xⁿ; differentiating takes one off the exponent",
    answers: (data) => powers(data, (x, n) => n * x ** n),
  },
  {
    id: "power-rule",
    say: "the slope of pow lacks the factor n that the exponent leaves in front",
    answers: (data) => powers(data, (x, n) => x ** (n - 1)),
  },
  {
    id: "power-rule",
    say: "exp is no power of x: its slope is its own value",
    answers: (data) => slope(data, "exp", (x) => x * Math.exp(x - 1)),
  },
  {
    id: "log-base",
    say: "the slope of log10 lacks ln 10: log10 u is ln u / ln 10",
    answers: (data) => onPositive(data, "log10", (x) => 1 / x),
  },
  {
    id: "log-base",
    say: "the slope of log10 is multiplied by ln 10; log10 u is ln u / ln 10, so it rises less fast than ln",
    answers: (data) => onPositive(data, "log10", (x) => Math.LN10 / x),
  },
  {
    id: "act-deriv-at-input",
    say: "the slope of tanh is 1 − t² with x put in for t: that formula wants the output",
    answers: (data) => slope(data, "tanh", (x) => 1 - x * x),
  },
  {
    id: "act-deriv-at-input",
    say: "the slope of sigmoid is s·(1 − s) with x put in for s: that formula wants the output",
    answers: (data) => slope(data, "sigmoid", (x) => x * (1 - x)),
  },
  {
    id: "act-deriv-at-output",
    say: "the slope of sin is asked at the output; it belongs to the input",
    answers: (data) => slope(data, "sin", (x) => Math.cos(Math.sin(x))),
  },
  {
    id: "mask-lost",
    say: "relu passes every gradient on; where its input was negative it was flat",
    answers: (data) => slope(data, "relu", () => 1),
  },
  {
    id: "sign-lost",
    say: "abs has the slope 1 on both sides; left of 0 it falls",
    answers: (data) => slope(data, "abs", () => 1),
  },
  {
    id: "max-to-both",
    say: "max sends its gradient to both operands; nudging the smaller one changes nothing",
    answers: (data) =>
      both(
        data,
        "max",
        () => 1,
        () => 1,
      ),
  },
  {
    id: "max-to-the-smaller",
    say: "max sends its gradient to the smaller operand; nudging that one changes nothing",
    answers: (data) =>
      both(
        data,
        "max",
        (a, b) => (a < b ? 1 : 0),
        (a, b) => (a < b ? 0 : 1),
      ),
  },
  {
    id: "ignores-upstream",
    say: "exp, sin and tanh send their local slope as it is; it must be multiplied by the gradient of their result",
    answers: ({ a }) =>
      Object.fromEntries(
        (["exp", "sin", "tanh"] as const).map((name) => [`${name}.grad`, a.map(fn(name).df)]),
      ),
  },
  {
    id: "kink-convention",
    say: "at 0 itself relu has no slope, and the course takes 0 there: look at > and >=",
    answers: () => ({ "slopes at 0 and at a tie": { relu: 1 } }),
  },
  {
    id: "kink-convention",
    say: "at 0 itself abs has no slope, and the course takes 0 there: Math.sign does",
    answers: () => ({ "slopes at 0 and at a tie": { abs: 1 } }),
  },
  {
    id: "kink-convention",
    say: "at 0 itself abs has no slope, and the course takes 0 there: Math.sign does",
    answers: () => ({ "slopes at 0 and at a tie": { abs: -1 } }),
  },
  {
    id: "kink-convention",
    say: "a tie in max counts as this one, so all of the gradient goes there: look at > and >=",
    answers: () => ({ "slopes at 0 and at a tie": { max: [0, 1] } }),
  },
  {
    id: "non-finite",
    say: "sigmoid is not a number at 800: e^800 is Infinity, and Infinity/Infinity is none; e^-x is safe there",
    answers: () => ({ "sigmoid at ±800": [0, { $: "NaN" }] }),
  },
];
