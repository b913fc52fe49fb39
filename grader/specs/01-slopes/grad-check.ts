/** @file 1.2 A gradient checker: it is given gradients with known bugs of f(v) = Σ weights[i]·v[i]³. */
import type { Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { bool, int, number, record } from "../../judge/shape.ts";

const bugs = ["the opposite sign", "a factor 2", "NaN", "an entry missing", "an entry too many"] as const;
type Data = {
  readonly x: number[];
  readonly weights: number[];
  /** What is added to each entry of the right gradient. */
  readonly off: number[];
  readonly bug: (typeof bugs)[number] | null;
  /** The place of a NaN. */
  readonly at: number;
  readonly opts: { readonly h?: number; readonly rtol?: number; readonly atol?: number } | null;
};
const none = [0, 0, 0, 0];
/** Four entries of either sign, none of them near 0, without a bug unless one is said. */
const data = (d: Draw, said: Partial<Data> = {}): Data => ({
  ...{ x: d.vec(4, 0.4, 1.6), weights: none.map(() => d.pick([-1, 1]) * d.real(0.5, 2)) },
  ...{ off: none, bug: null, at: d.int(0, 3), opts: null },
  ...said,
});

const settings = ({ opts }: Data) => ({ h: 6e-6, rtol: 1e-6, atol: 1e-8, ...opts });
/** The gradient that is handed to the student. */
function handed({ x, weights, off, bug, at }: Data): Vec {
  const factor = bug === "the opposite sign" ? -1 : bug === "a factor 2" ? 2 : 1;
  const a = x.map((t, i) => factor * 3 * weights[i]! * t * t + off[i]!);
  if (bug === "NaN") a[at] = Number.NaN;
  if (bug === "an entry missing") a.pop();
  if (bug === "an entry too many") a.push(0);
  return a;
}
/** Central differences of the cubic, which are exact but for h². */
const numerical = (data: Data): Vec =>
  data.x.map((t, i) => data.weights[i]! * (3 * t * t + (settings(data).h * Math.max(1, Math.abs(t))) ** 2));
/** For each entry: what a checker makes of the gradient's value, of the numerical one and of the larger of the two. */
const entries = <T>(data: Data, look: (a: number, n: number, size: number) => T): T[] => {
  const a = handed(data);
  return numerical(data).map((n, i) =>
    look(a[i] ?? Number.NaN, n, Math.max(Math.abs(a[i] ?? Number.NaN), Math.abs(n))),
  );
};
const off = (a: number, n: number) => Math.abs(a - n);
const tolerance = (data: Data) => {
  const { rtol, atol } = settings(data);
  return (size: number) => atol + rtol * size;
};
const errorsOf = (data: Data) => entries(data, (a, n, size) => off(a, n) / tolerance(data)(size));
const hasRightLength = (data: Data) => handed(data).length === data.x.length;
/** Whether every entry passes by this rule; NaN makes every comparison false. */
const all = (data: Data, passes: (a: number, n: number, size: number) => boolean) =>
  entries(data, passes).every(Boolean);
const tooFar = (data: Data) =>
  entries(data, (a, n, size) => off(a, n) > tolerance(data)(size)).includes(true);
/** A right gradient has no bad entry, and one that is wrong by a factor has only bad ones. */
const oneStandsOut = ({ off, bug }: Data) => off.some((by) => by !== 0) || bug === "NaN";
const isRight = (data: Data) => hasRightLength(data) && errorsOf(data).every((error) => error <= 1);
const nanPasses =
  "NaN passes: no comparison with NaN is true, so ask whether the error is small, not whether it is large";

export default exercise<typeof import("../../../exercises/01-slopes/grad-check.ts")>()({
  title: "1.2 A gradient checker",
  points: 2,
  source: "C15",
  exports: ["gradCheck"],
  input: (d) => {
    const bug = d.pick([...bugs, null, "an entry off" as const]);
    return bug === "an entry off" ? data(d, { off: [0, 0, d.pick([-0.01, 0.01]), 0] }) : data(d, { bug });
  },
  cases: (d) => ({
    "a right gradient": data(d),
    ...Object.fromEntries(bugs.map((bug) => [`a gradient with this bug: ${bug}`, data(d, { bug })])),
    "one entry too large by 0.01": data(d, { off: [0, 0, 0, 0.01] }),
    "one entry too small by 0.01": data(d, { off: [0, -0.01, 0, 0] }),
    "a right gradient with entries near a million": data(d, { weights: [4e5, -3e5, 5e5, 2e5] }),
    "a right gradient with an entry of 0": data(d, { x: [1, 0, 1.5, 0.7] }),
    "one entry off by 0.01 where it should be 0": data(d, { x: [1, 0, 1.5, 0.7], off: [0, 0.01, 0, 0] }),
    "a small entry off by 0.001 beside large ones": data(d, {
      weights: [1e3, 9e2, 1, -1e3],
      off: [0, 0, 1e-3, 0],
    }),
    "a large entry off by 0.02 and a small one by 0.01": data(d, {
      ...{ x: [1, 1.2, 0.8, 1.1], weights: [1e3, 9e2, 1, -1e3], off: [0.02, 0, -0.01, 0] },
    }),
    "one entry off by 0.005, and opts = { rtol: 0.05 }": data(d, {
      off: [0.005, 0, 0, 0],
      opts: { rtol: 0.05 },
    }),
    "one entry off by 0.01, and opts = { atol: 0.05 }": data(d, {
      off: [0, 0.01, 0, 0],
      opts: { atol: 0.05 },
    }),
    "one entry off by 0.01, and opts = { atol: 0.001 }": data(d, {
      off: [0.01, 0, 0, 0],
      opts: { atol: 1e-3 },
    }),
    "an entry of about 1e-6 off by 1e-9, and opts = { atol: 0 }": data(d, {
      ...{ weights: [1e-6, -2e-6, 1.5e-6, 1e-6], off: [0, 1e-9, 0, 0] },
      opts: { atol: 0 },
    }),
    "a right gradient, and opts = { h: 0.5 }, a step too long": data(d, { opts: { h: 0.5 } }),
    "a step of 0.1, and opts.rtol = 0.5 for it": data(d, { opts: { h: 0.1, rtol: 0.5 } }),
  }),
  call: (s, { x, weights, off, bug, at, opts }) => {
    const f = (v: number[]) => {
      let sum = 0;
      for (let i = 0; i < v.length; i++) sum += weights[i]! * v[i]! * v[i]! * v[i]!;
      return sum;
    };
    const grad = (v: number[]) => {
      const a: number[] = [];
      const factor = bug === "the opposite sign" ? -1 : bug === "a factor 2" ? 2 : 1;
      for (let i = 0; i < v.length; i++) a[i] = factor * 3 * weights[i]! * v[i]! * v[i]! + off[i]!;
      if (bug === "NaN") a[at] = Number.NaN;
      if (bug === "an entry missing") a.length = v.length - 1;
      if (bug === "an entry too many") a[v.length] = 0;
      return a;
    };
    return opts ? s.gradCheck(f, grad, x, opts) : s.gradCheck(f, grad, x);
  },
  parts: ({ holds }) => ({
    "right gradients pass": holds(
      record({ ok: bool }),
      ({ ok }, data) => !isRight(data) || ok || "a gradient within its tolerance is refused",
    ),
    "wrong gradients fail": holds(
      record({ ok: bool }),
      ({ ok }, data) => isRight(data) || !ok || `a wrong gradient passes: ${data.bug ?? "an entry is off"}`,
      { share: 2 },
    ),
    worstIndex: holds(record({ worstIndex: int }), ({ worstIndex }, data) => {
      const errors = errorsOf(data);
      const worst = errors.some(Number.isNaN)
        ? errors.findIndex(Number.isNaN)
        : errors.indexOf(Math.max(...errors));
      return (
        !oneStandsOut(data) ||
        worstIndex === worst ||
        `entry ${worst} is the worst one, not entry ${worstIndex}`
      );
    }),
    maxError: holds(record({ maxError: (answer) => answer }), ({ maxError }, data) => {
      const largest = Math.max(...errorsOf(data));
      if (!hasRightLength(data) || !Number.isFinite(largest)) return true;
      const yours = number(maxError, "maxError");
      const fits = largest < 0.1 ? yours >= 0 && yours <= 1 : Math.abs(yours - largest) <= 0.01 * largest;
      return (
        fits ||
        `maxError is ${+yours.toPrecision(4)}; the worst entry is off by ${+largest.toPrecision(4)} tolerances`
      );
    }),
  }),
  slips: [
    { id: "nan-passes", say: nanPasses, answers: (data) => ({ ok: !tooFar(data) }) },
    { id: "nan-passes", say: nanPasses, answers: (data) => ({ ok: hasRightLength(data) && !tooFar(data) }) },
    {
      id: "length-unchecked",
      say: "a gradient with an entry too many passes: compare the two lengths as well",
      answers: (data) => ({ ok: errorsOf(data).every((error) => error <= 1) }),
    },
    {
      id: "relative-at-zero",
      say: "a right gradient of 0 is refused: relative to 0 every rounding error is large, which is what atol is for",
      answers: (data) => ({
        ok: hasRightLength(data) && all(data, (a, n, size) => off(a, n) <= settings(data).rtol * size),
      }),
    },
    {
      id: "absolute-only",
      say: "right entries near a million are refused: what may be off grows with the entry, which is what rtol is for",
      answers: (data) => ({
        ok: hasRightLength(data) && all(data, (a, n) => off(a, n) <= settings(data).atol),
      }),
    },
    {
      id: "norm-only",
      say: "a wrong small entry passes beside large ones: one number for the whole gradient hides it, so judge each entry",
      answers: (data) => {
        const [error, size] = [
          Math.hypot(...entries(data, off)),
          Math.hypot(...entries(data, (_a, _n, size) => size)),
        ];
        return { ok: hasRightLength(data) && error <= tolerance(data)(size) };
      },
    },
    {
      id: "ignores-opts",
      say: "opts.h is not used: the differences are taken with another step than the one that is asked for",
      answers: (data) => ({ ok: isRight({ ...data, opts: { ...data.opts, h: 6e-6 } }) }),
    },
    {
      id: "ignores-opts",
      say: "opts changes nothing: h, rtol and atol come from there, and from the defaults only where it has none",
      answers: (data) => ({ ok: isRight({ ...data, opts: null }) }),
    },
    {
      id: "ignores-opts",
      say: "atol: 0 is taken for no atol: 0 is a value like any other, and || goes on behind it",
      answers: (data) => ({
        ok: isRight({ ...data, opts: { ...data.opts, atol: data.opts?.atol || 1e-8 } }),
      }),
    },
    {
      id: "sign-lost",
      say: "a gradient with the opposite sign passes: subtract first, then drop the sign of the difference",
      answers: (data) => ({ ok: isRight(data) || data.bug === "the opposite sign" }),
    },
    {
      id: "signed-error",
      say: "an entry that is too small passes: the difference is negative there, and only its size counts",
      answers: (data) => ({
        ok: hasRightLength(data) && all(data, (a, n, size) => a - n <= tolerance(data)(size)),
      }),
    },
    {
      id: "plain-maximum",
      say: "worstIndex is the entry with the largest plain error; a smaller error can be worse in its own tolerance",
      answers: (data) => {
        const plain = entries(data, off);
        return oneStandsOut(data) && !data.bug ? { worstIndex: plain.indexOf(Math.max(...plain)) } : {};
      },
    },
  ],
  hints: [
    "Off by 0.5: is that much where the gradient is a million? Off by 1e-9: is that much where it is 0?",
    "Measure every error in its own tolerance: then 1 is the border for all of them. What is NaN > 1, and what NaN <= 1?",
    "error[i] = |a[i] - n[i]| / (atol + rtol * max(|a[i]|, |n[i]|)); ok needs equal lengths and every error <= 1.",
  ],
});
