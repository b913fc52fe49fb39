/** @file 1.4 The error of a difference quotient. */
import type { Scheme } from "../../../src/types.ts";
import { type FnName, makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";

type Data = {
  readonly f: FnName;
  readonly x: number;
  readonly scheme: Scheme;
  readonly hs: number[];
  /** Between which steps the best one lies, and what its error stays below. */
  readonly kept?: { readonly low: number; readonly high: number; readonly error: number };
};
const { fn } = makeKit();
const decades = Array.from({ length: 15 }, (_, k) => Number(`1e-${k + 1}`));

const signedErrors = ({ f: name, x, scheme, hs }: Data) => {
  const { f, df } = fn(name);
  return hs.map((h) => {
    const [left, right] = [scheme === "forward" ? x : x - h, scheme === "backward" ? x : x + h];
    return (f(right) - f(left)) / (scheme === "central" ? 2 * h : h) - df(x);
  });
};
const errorsOf = (data: Data) => signedErrors(data).map(Math.abs);
/** How far two honest computations of one quotient may lie apart: x ± h and both values of f are rounded. */
const rounding = ({ f, x }: Data, h: number) =>
  (4 * Number.EPSILON * (Math.abs(fn(f).f(x)) + Math.abs(x * fn(f).df(x)))) / h;

/** true, or what is wrong with the first error that is. */
function judgeErrors(errors: number[], data: Data): true | string {
  if (errors.length !== data.hs.length)
    return `errors has ${errors.length} entries for ${data.hs.length} steps; there is one for each`;
  const right = errorsOf(data);
  const i = errors.findIndex((e, k) => {
    const off = Math.abs(e - right[k]!);
    return !(e >= 0 && off <= 1e-9 * right[k]! + rounding(data, data.hs[k]!));
  });
  if (i < 0) return true;
  if (errors[i]! < 0) return `errors[${i}] is negative; a distance never is`;
  const [h, yours, wanted] = [data.hs[i]!, errors[i]!, right[i]!].map((n) => `${+n.toPrecision(4)}`);
  return `errors[${i}], for h = ${h}, is ${yours}; the quotient is ${wanted} away from the slope`;
}
/** Judged by the student's own errors: a slip in those costs its own points only. */
function judgeBest(errors: number[], bestH: number, { hs, kept }: Data): true | string {
  const i = hs.indexOf(bestH);
  if (i < 0) return `bestH is ${+bestH.toPrecision(4)}, which is none of the steps`;
  const least = errors.findIndex((e) => e < errors[i]!);
  if (least >= 0) return `bestH is ${bestH}, but your error for the step ${hs[least]} is smaller`;
  if (kept && !(bestH >= kept.low && bestH <= kept.high && errors[i]! < kept.error))
    return `bestH is ${bestH}; here the best step lies between ${kept.low} and ${kept.high}`;
  return true;
}

export default exercise<typeof import("../../../exercises/01-slopes/v-curve.ts")>()({
  title: "1.4 The error of a difference quotient",
  points: 1,
  source: "C15",
  exports: ["vCurve"],
  input: (d): Data => ({
    f: d.pick(["exp", "sin", "reciprocal", "cube"]),
    x: d.real(0.6, 1.4),
    scheme: d.pick(["forward", "backward", "central"]),
    hs: [3, 1, 6, 2, 12, 4, 8].map((k) => d.real(1, 5) * 10 ** -k), // not sorted: the place of the best says nothing
  }),
  cases: (): Record<string, Data> => ({
    "exp at 1, forward": {
      ...{ f: "exp", x: 1, scheme: "forward", hs: decades },
      kept: { low: 1e-9, high: 1e-7, error: 1e-7 },
    },
    "exp at 1, central": {
      ...{ f: "exp", x: 1, scheme: "central", hs: decades },
      kept: { low: 1e-7, high: 1e-4, error: 1e-9 },
    },
    "a quotient below the slope": { f: "sin", x: 1, scheme: "forward", hs: [0.25, 0.5, 0.125] },
    "the largest step is the best": { f: "square", x: 1e6, scheme: "central", hs: [1e-9, 1, 1e-7] },
  }),
  call: (s, { f, x, scheme, hs }, kit) => s.vCurve(kit.fn(f).f, kit.fn(f).df, x, scheme, hs),
  parts: ({ holds }) => ({
    errors: holds(record({ errors: list(number) }), ({ errors }, data) => judgeErrors(errors, data)),
    bestH: holds(record({ errors: list(number), bestH: number }), ({ errors, bestH }, data) =>
      errors.length === data.hs.length
        ? judgeBest(errors, bestH, data)
        : "bestH cannot be judged before errors has one entry for each step",
    ),
  }),
  slips: [
    {
      id: "smallest-step",
      say: "bestH is the smallest step; below some step the error grows again, so look for the smallest error",
      answers: ({ hs }) => ({ bestH: Math.min(...hs) }),
    },
    {
      id: "signed-error",
      say: "an error has a sign here, so a quotient far below the slope looks like the best: take its distance",
      answers: (data) => ({ errors: signedErrors(data) }),
    },
    {
      id: "relative-error",
      say: "the errors are divided by the slope; here the plain distance is asked for",
      answers: (data) => ({ errors: errorsOf(data).map((e) => e / Math.abs(fn(data.f).df(data.x))) }),
    },
    {
      id: "value-for-step",
      say: "bestH is the smallest error itself; it should be the step at which that error is found",
      answers: (data) => ({ bestH: Math.min(...errorsOf(data)) }),
    },
    {
      id: "wrong-index",
      say: "bestH is a place in the list; it should be the step that stands there",
      answers: (data) => ({ bestH: errorsOf(data).indexOf(Math.min(...errorsOf(data))) }),
    },
  ],
  hints: [
    "Two things can make a difference quotient bad: a step that is too large, and one that is too small.",
    "Take your finiteDifference for each h, subtract df(x), and drop the sign.",
    "errors = |quotient - slope| for every h; bestH = hs[place of the smallest of them].",
  ],
});
