/** @file 1.1 Difference quotients. */
import type { Fn1, Vec } from "../../../src/types.ts";
import { type FnName, makeKit } from "../../cell/kit.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { number, record } from "../../judge/shape.ts";
import { leftOut } from "../../left-out.ts";
import { onceWritten } from "../../once-written.ts";

type Data = {
  readonly f: FnName;
  readonly x: number;
  readonly h: number;
  /** Of the cubic Σ weights[i]·v[i]³ + Σ v[i]·v[i+1], in which every slope needs the neighbours in their place. */
  readonly weights: number[];
  readonly point: number[];
  readonly step: number;
};
type Answer = Record<"forward" | "backward" | "central", Vec> & {
  gradient?: Vec;
  "gradient without h"?: Vec;
  "without h"?: Vec[];
  calls?: number;
  unwritten?: string[];
};
const { fn } = makeKit();

/** A quotient at h and at h/2: both are right only if the error falls as it should. */
const quotient =
  (rule: (f: Fn1, x: number, h: number) => number) =>
  ({ f, x, h }: Data) => [rule(fn(f).f, x, h), rule(fn(f).f, x, h / 2)];
const forward = quotient((f, x, h) => (f(x + h) - f(x)) / h);
const backward = quotient((f, x, h) => (f(x) - f(x - h)) / h);
const central = quotient((f, x, h) => (f(x + h) - f(x - h)) / (2 * h));

const scaled = ({ point, step }: Data) => point.map((x) => step * Math.max(1, Math.abs(x)));
const cubic = ({ weights }: Data, v: Vec) =>
  v.reduce((sum, t, k) => sum + weights[k]! * t ** 3 + t * (v[k + 1] ?? 0), 0);
/** The cubic with entry i moved by `own` steps, and the entries before it by `before`: 0 if they are back in place. */
const moved = (data: Data, steps: Vec, i: number, own: number, before = 0) =>
  cubic(
    data,
    data.point.map((x, k) => x + steps[k]! * (k === i ? own : k < i ? before : 0)),
  );
function differences(data: Data, { steps = scaled(data), up = 0, down = 0 } = {}) {
  const rise = (i: number) => moved(data, steps, i, 1, up) - moved(data, steps, i, -1, down);
  return steps.map((s, i) => rise(i) / (2 * s));
}
const oneSided = (data: Data) =>
  scaled(data).map((s, i, steps) => (moved(data, steps, i, 1) - moved(data, steps, i, 0)) / s);
/** All entries moved at once, by the steps of their own or by one for all. */
const together = (data: Data, steps: Vec) => {
  const at = (sign: number) =>
    cubic(
      data,
      data.point.map((x, k) => x + sign * steps[k]!),
    );
  return steps.map((s) => (at(1) - at(-1)) / (2 * s));
};
const gradient = ({ weights, point }: Data) =>
  point.map((t, i) => 3 * weights[i]! * t * t + (point[i - 1] ?? 0) + (point[i + 1] ?? 0));
const times = (factor: number, numbers: Vec) => numbers.map((n) => factor * n);

const stillMoved =
  "an entry that has had its turn is still moved while the next one is nudged: give every entry fresh copies of x";

export default exercise<typeof import("../../../exercises/01-slopes/finite-difference.ts")>()({
  title: "1.1 Difference quotients",
  points: 2,
  source: "C15",
  exports: ["finiteDifference", "numericalGradient"],
  input: (d: Draw): Data => ({
    f: d.pick(["exp", "sin", "cube", "reciprocal"]),
    x: d.real(0.5, 1.4),
    h: d.real(0.05, 0.2),
    weights: d.vec(4, 0.5, 2),
    // Inside and outside of [-1, 1], on both sides of 0: the step depends on it.
    point: [d.real(-3, -1.5), d.real(0.2, 0.8), d.real(1.5, 3), d.real(-0.8, -0.2)],
    step: d.real(0.05, 0.2),
  }),
  cases: (): Record<string, Data> => ({
    "a point far from 0": { f: "square", x: -4, h: 0.5, weights: [1, 2], point: [-20, 12], step: 0.25 },
    "a gradient of 0": { f: "sin", x: 1, h: 0.1, weights: [1, 1, 2], point: [0, 0, 0], step: 0.1 },
  }),
  worked: [
    ["numerical-derivative-error"],
    (given, expected) => ({
      input: {
        f: given.text("f") as FnName,
        x: given.num("x"),
        h: 1e-2,
        weights: [1],
        point: [2],
        step: 0.5,
      },
      answer: {
        forward: [expected.num("exact") + expected.num("forwardTruncation_h_1e-2")],
        central: [expected.num("exact") + expected.num("centralTruncation_h_1e-2")],
      },
    }),
  ],
  call: (s, { f, x, h, weights, point, step }, kit): Answer => {
    const at = (scheme: "forward" | "backward" | "central") => [
      s.finiteDifference(kit.fn(f).f, x, h, scheme),
      s.finiteDifference(kit.fn(f).f, x, h / 2, scheme),
    ];
    const schemes = { forward: at("forward"), backward: at("backward"), central: at("central") };
    const cubic = kit.spy((v: number[]) => {
      let sum = 0;
      for (let i = 0; i < v.length; i++) sum += weights[i]! * v[i]! * v[i]! * v[i]! + v[i]! * (v[i + 1] ?? 0);
      return sum;
    });
    try {
      const gradient = s.numericalGradient(cubic.fn, point, step);
      const calls = cubic.args.length;
      const without = s.numericalGradient(cubic.fn, point);
      const passed = s.numericalGradient(cubic.fn, point, 6e-6);
      return { ...schemes, gradient, calls, "gradient without h": without, "without h": [without, passed] };
    } catch (thrown) {
      if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
      return { ...schemes, unwritten: ["numericalGradient"] };
    }
  },
  parts: ({ equals, holds }) => ({
    forward: equals(forward, { accept: "near" }),
    backward: equals(backward, { accept: "near" }),
    central: equals(central, { share: 2, accept: "near" }),
    gradient: onceWritten(
      "numericalGradient",
      equals((data) => differences(data), { share: 2, accept: "near" }),
    ),
    "gradient without h": onceWritten("numericalGradient", equals(gradient, { accept: "near", abs: 1e-8 })),
    "h without a value": onceWritten("numericalGradient", leftOut(holds, "h", "6e-6")),
    "two calls of f for each entry": onceWritten(
      "numericalGradient",
      holds(record({ calls: number }), ({ calls }, { point: { length: n } }) =>
        calls === 2 * n
          ? true
          : `numericalGradient calls f ${calls} times where x has n = ${n}; two points for each entry make ${2 * n}`,
      ),
    ),
  }),
  slips: [
    {
      id: "factor-2",
      say: "central is twice too large: from x - h to x + h the run is two steps",
      answers: (data) => ({ central: times(2, central(data)) }),
    },
    {
      id: "brackets",
      say: "only the second value is divided by h: put brackets around the whole rise",
      answers: (data) => ({ forward: quotient((f, x, h) => f(x + h) - f(x) / h)(data) }),
    },
    {
      id: "ignores-scheme",
      say: "all three schemes give the central quotient: look at scheme before choosing the two points",
      answers: (data) => ({ forward: central(data), backward: central(data) }),
    },
    {
      id: "sign",
      say: "backward has the opposite sign: the value at the right-hand point comes first, here f(x)",
      answers: (data) => ({ backward: times(-1, backward(data)) }),
    },
    {
      id: "half-step",
      say: "central goes half a step to either side; here it goes the whole h both ways",
      answers: (data) => ({ central: quotient((f, x, h) => (f(x + h / 2) - f(x - h / 2)) / h)(data) }),
    },
    {
      id: "factor-2",
      say: "numericalGradient is twice too large: from minus to plus the run is two steps",
      answers: (data) => ({ gradient: times(2, differences(data)) }),
    },
    {
      id: "shared-copy",
      say: stillMoved,
      answers: (data) => ({ gradient: differences(data, { up: 1, down: -1 }) }),
    },
    {
      id: "shared-copy",
      say: stillMoved,
      answers: (data) => ({ gradient: differences(data, { up: -1, down: -1 }) }),
    },
    {
      id: "one-sided",
      say: "numericalGradient compares f(x) with one neighbour: a central difference goes to either side of x",
      answers: (data) => ({ gradient: oneSided(data) }),
    },
    {
      id: "unscaled-step",
      say: "every entry moves by h: the step of entry i is h * max(1, |x[i]|)",
      answers: (data) => ({ gradient: differences(data, { steps: data.point.map(() => data.step) }) }),
    },
    {
      id: "unscaled-step",
      say: "the step ignores the size of negative entries: it grows with |x[i]|, not with x[i]",
      answers: (data) => ({
        gradient: differences(data, { steps: data.point.map((x) => data.step * Math.max(1, x)) }),
      }),
    },
    {
      id: "ignores-scheme",
      say: "all three schemes give the forward quotient: look at scheme before choosing the two points",
      answers: (data) => ({ backward: forward(data), central: forward(data) }),
    },
    {
      id: "missing-division",
      say: "every quotient is still a rise: divide it by the run, the distance of its two points",
      answers: (data) => ({
        forward: quotient((f, x, h) => f(x + h) - f(x))(data),
        backward: quotient((f, x, h) => f(x) - f(x - h))(data),
        central: quotient((f, x, h) => f(x + h) - f(x - h))(data),
      }),
    },
    ...[scaled, ({ point, step }: Data) => point.map(() => step)].map((steps) => ({
      id: "all-entries-at-once",
      say: "numericalGradient moves all entries at once: then the rise belongs to all of them; move one at a time",
      answers: (data: Data) => ({ gradient: together(data, steps(data)) }),
    })),
  ],
  hints: [
    "Draw the two points that each scheme compares. How far is it from one to the other?",
    "For entry i: copy x twice, move entry i of one copy up and of the other down by its step, and ask f at both.",
    "rise/run each time: (f(x + h) - f(x - h)) / (2 * h); for entry i, (f(plus) - f(minus)) / (plus[i] - minus[i]).",
  ],
});
