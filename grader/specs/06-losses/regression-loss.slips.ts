/** @file Slips of 6.1: a value or a slope of one residual taken to be another, or put together in another way. */
import type { Slip } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

export type Data = { readonly a: number[]; readonly b: number[]; readonly delta: number };
const kinds = ["squared", "absolute", "huber"] as const;
type Kind = (typeof kinds)[number];

const residuals = ({ a, b }: Data) => a.map((ai, i) => ai - b[i]!);
export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const clip = (r: number, delta: number) => Math.max(-delta, Math.min(delta, r));

/** One kind whose loss and slope of a residual are taken to be others. */
function mistaken(
  data: Data,
  kind: Kind,
  loss: ((r: number, delta: number) => number) | null,
  slope?: (r: number, delta: number) => number,
) {
  const r = residuals(data);
  return {
    ...(loss && { [`${kind}.value`]: sumOf(r.map((ri) => loss(ri, data.delta))) }),
    ...(slope && { [`${kind}.grad`]: r.map((ri) => slope(ri, data.delta)) }),
  };
}
const gradOf = (right: Truth, kind: Kind) => right.gradient("a", kind) as number[];
/** All values and gradients, each changed in the same way. */
const everywhere = (right: Truth, value: (v: number) => number, slope: (v: number) => number) =>
  Object.fromEntries(
    kinds.flatMap((kind) => [
      [`${kind}.value`, value(right.value(kind) as number)],
      [`${kind}.grad`, gradOf(right, kind).map(slope)],
    ]),
  );
const outer = (r: number, delta: number) => Math.abs(r) > delta;
const lossOf = {
  squared: (r: number) => r * r,
  absolute: (r: number) => Math.abs(r),
  huber: (r: number, delta: number) => (outer(r, delta) ? delta * Math.abs(r) - delta ** 2 / 2 : r ** 2 / 2),
};
/** The value of the last entry, where all were to be added up. */
const lastOnly = (data: Data, kind: Kind) => ({
  [`${kind}.value`]: lossOf[kind](residuals(data).at(-1)!, data.delta),
});
/** Another slope on huber's parabola. */
const inside = (data: Data, slope: (r: number) => number) =>
  mistaken(data, "huber", null, (r, delta) => (outer(r, delta) ? clip(r, delta) : slope(r)));

export const slips: readonly Slip<Data, unknown>[] = [
  {
    id: "wrong-variable",
    say: "these are the gradients by b: b stands behind a minus in the residual, a does not",
    answers: (_data, right) =>
      everywhere(
        right,
        (v) => v,
        (g) => -g,
      ),
  },
  {
    id: "sum-vs-mean",
    say: "the losses and their gradients are means over the entries; this exercise asks for the sum",
    answers: ({ a }, right) =>
      everywhere(
        right,
        (v) => v / a.length,
        (g) => g / a.length,
      ),
  },
  {
    id: "sum-vs-mean",
    say: "the losses are means over the entries; this exercise asks for the sum",
    answers: ({ a }, right) =>
      Object.fromEntries(kinds.map((kind) => [`${kind}.value`, (right.value(kind) as number) / a.length])),
  },
  {
    id: "sum-vs-mean",
    say: "the gradients are means over the entries; this exercise asks for the sum, so nothing is divided",
    answers: ({ a }, right) =>
      Object.fromEntries(kinds.map((kind) => [`${kind}.grad`, gradOf(right, kind).map((g) => g / a.length)])),
  },
  {
    id: "factor-2",
    say: "the squared loss carries a ½ that this one does not have; only huber's parabola does",
    answers: (data) =>
      mistaken(
        data,
        "squared",
        (r) => (r * r) / 2,
        (r) => r,
      ),
  },
  {
    id: "factor-2",
    say: "the value of the squared loss carries a ½ that this one does not have; only huber's parabola does",
    answers: (data) => mistaken(data, "squared", (r) => (r * r) / 2),
  },
  {
    id: "not-accumulated",
    say: "each value is the cost of the last entry alone: add up all of them, with += where = stands",
    answers: (data) => Object.assign({}, ...kinds.map((kind) => lastOnly(data, kind))),
  },
  ...kinds.map((kind) => ({
    id: "not-accumulated",
    say: `${kind}.value is the cost of the last entry alone: add up all of them, with += where = stands`,
    answers: (data: Data) => lastOnly(data, kind),
  })),
  {
    id: "huber-core",
    say: "huber.grad is 2r inside delta; the parabola is half of r², so its slope is r",
    answers: (data) => inside(data, (r) => 2 * r),
  },
  {
    id: "huber-core",
    say: "huber.grad is r/2 inside delta; the parabola is r²/2, and its slope is r",
    answers: (data) => inside(data, (r) => r / 2),
  },
  {
    id: "sign-lost",
    say: "huber.grad has lost the sign of r inside delta: left of 0 the parabola falls",
    answers: (data) => inside(data, Math.abs),
  },
  {
    id: "huber-core",
    say: "huber's parabola is r² here; it is half of that, so that its slope r meets the slope delta of the lines",
    answers: (data) =>
      mistaken(
        data,
        "huber",
        (r, delta) => (outer(r, delta) ? delta * Math.abs(r) - delta ** 2 / 2 : r * r),
        (r, delta) => (outer(r, delta) ? clip(r, delta) : 2 * r),
      ),
  },
  {
    id: "huber-core",
    say: "the value of huber's parabola is r² here; it is half of that, so that it meets the lines at delta",
    answers: (data) =>
      mistaken(data, "huber", (r, delta) => (outer(r, delta) ? delta * Math.abs(r) - delta ** 2 / 2 : r * r)),
  },
  {
    id: "huber-offset",
    say: "huber's lines begin too low: at |r| = delta they must meet the parabola, so look at what is taken off",
    answers: (data) =>
      mistaken(data, "huber", (r, delta) =>
        outer(r, delta) ? delta * Math.abs(r) - delta ** 2 : (r * r) / 2,
      ),
  },
  {
    id: "huber-offset",
    say: "huber's lines begin too high: at |r| = delta they must meet the parabola, so something must be taken off",
    answers: (data) =>
      mistaken(data, "huber", (r, delta) => (outer(r, delta) ? delta * Math.abs(r) : (r * r) / 2)),
  },
  {
    id: "not-clipped",
    say: "huber.grad is r everywhere; beyond delta the loss is a line, and a line has one slope",
    answers: (data) => mistaken(data, "huber", null, (r) => r),
  },
  {
    id: "missing-factor",
    say: "beyond delta huber.grad is ±1; the lines rise delta times as fast as |r|",
    answers: (data) => mistaken(data, "huber", null, (r, delta) => (outer(r, delta) ? Math.sign(r) : r)),
  },
  {
    id: "sign-lost",
    say: "beyond delta huber.grad is always positive; left of -delta the loss falls when r grows",
    answers: (data) => mistaken(data, "huber", null, (r, delta) => (outer(r, delta) ? delta : r)),
  },
  {
    id: "stale-param",
    say: "huber does not use the delta it is called with; 1 is only the value when none is given",
    answers: (data) =>
      mistaken(
        data,
        "huber",
        (r) => (outer(r, 1) ? Math.abs(r) - 1 / 2 : (r * r) / 2),
        (r) => clip(r, 1),
      ),
  },
  {
    id: "wrong-function",
    say: "absolute.grad is r itself; |r| rises equally fast wherever r is, so only the sign of r matters",
    answers: (data) => mistaken(data, "absolute", null, (r) => r),
  },
  {
    id: "sign-lost",
    say: "absolute.grad is 1 on both sides; left of 0 the loss falls when r grows",
    answers: (data) => mistaken(data, "absolute", null, () => 1),
  },
  {
    id: "kink-convention",
    say: "at r = 0 itself the absolute loss has no slope, and the course takes 0 there: look at > and >=",
    answers: () => ({ "absolute.grad at r = 0": [1] }),
  },
  {
    id: "kink-convention",
    say: "at r = 0 itself the absolute loss has no slope, and the course takes 0 there: look at < and <=",
    answers: () => ({ "absolute.grad at r = 0": [-1] }),
  },
  {
    id: "non-finite",
    say: "at r = 0 absolute.grad is 0/0, which is not a number; the course takes the slope 0 there",
    answers: () => ({ "absolute.grad at r = 0": [{ $: "NaN" }] }),
  },
];
