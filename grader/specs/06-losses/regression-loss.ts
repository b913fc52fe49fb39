/** @file 6.1 Three losses for regression, each with its gradient. */
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly a: number[]; readonly b: number[]; readonly delta: number };
const kinds = ["squared", "absolute", "huber"] as const;
type Kind = (typeof kinds)[number];

const residuals = ({ a, b }: Data) => a.map((ai, i) => ai - b[i]!);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
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

export default exercise<typeof import("../../../exercises/06-losses/regression-loss.ts")>()({
  title: "6.1 Three losses for regression",
  points: 2,
  source: "C09",
  exports: ["regressionLoss"],
  // Residuals of both signs on either side of delta.
  input: (d): Data => {
    const b = d.vec(5, -2, 2);
    const r = [d.real(-3, -1.4), d.real(0.1, 0.35), d.real(1.4, 3), d.real(-0.35, -0.1), d.real(-2, 2)];
    return { a: b.map((bi, i) => bi + r[i]!), b, delta: d.real(0.4, 1.3) };
  },
  cases: () => ({
    "residuals of exactly 0 and delta": { a: [1.5, 2, -0.5, 3], b: [1, 2, 0, 1], delta: 0.5 },
  }),
  worked: [
    ["cs434-regression-losses", "cs434-huber-delta-0.5"],
    (given, expected) => {
      const a = given.vec("residual_a_minus_b");
      const value = (key: string) => (expected.has(key) ? sumOf(expected.vec(key)) : undefined);
      const grad = (key: string) => (expected.has(key) ? expected.vec(key) : undefined);
      return {
        input: { a, b: a.map(() => 0), delta: given.num("delta") },
        answer: {
          "squared.value": value("squared"),
          "squared.grad": grad("dSquared_da"),
          "absolute.value": value("absolute"),
          "absolute.grad": grad("dAbsolute_da"),
          "huber.value": value("huber"),
          "huber.grad": grad("dHuber_da"),
        },
      };
    },
  ],
  model: (data, { of }) => {
    const a = of(data.a);
    const r = a.sub(of(data.b));
    const inside = r.abs().min(data.delta); // the part of |r| that the parabola sees
    const lines = r.abs().sub(inside).mul(data.delta);
    return {
      a,
      squared: r.square().sum(),
      absolute: r.abs().sum(),
      huber: inside.square().mul(0.5).add(lines).sum(),
    };
  },
  call: (s, { a, b, delta }) => {
    const squared = s.regressionLoss("squared", a, b, delta);
    const absolute = s.regressionLoss("absolute", a, b, delta);
    const huber = s.regressionLoss("huber", a, b, delta);
    return {
      "squared.value": squared?.value,
      "squared.grad": squared?.grad,
      "absolute.value": absolute?.value,
      "absolute.grad": absolute?.grad,
      "huber.value": huber?.value,
      "huber.grad": huber?.grad,
      "absolute.grad at r = 0": s.regressionLoss("absolute", [2], [2], delta)?.grad,
    };
  },
  parts: ({ value, gradient, equals }) => ({
    "squared.value": value("squared"),
    "squared.grad": gradient("a", "squared"),
    "absolute.value": value("absolute"),
    "absolute.grad": gradient("a", "absolute"),
    "huber.value": value("huber"),
    "huber.grad": gradient("a", "huber"),
    "absolute.grad at r = 0": equals(() => [0]),
  }),
  slips: [
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
        Object.fromEntries(
          kinds.map((kind) => [`${kind}.grad`, gradOf(right, kind).map((g) => g / a.length)]),
        ),
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
        mistaken(data, "huber", (r, delta) =>
          outer(r, delta) ? delta * Math.abs(r) - delta ** 2 / 2 : r * r,
        ),
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
  ],
  hints: [
    "All three losses look at a and b through one number only. Which one, and how fast does it move with a?",
    "Per entry: squared has slope 2r, absolute the sign of r, and huber's slope is r until it reaches ±delta, where it stays.",
    "huber: slope Math.max(-delta, Math.min(delta, r)), value delta·|r| - delta²/2 outside. Then add the values over all entries.",
  ],
});
