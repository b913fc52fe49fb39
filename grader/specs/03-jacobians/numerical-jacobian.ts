/** @file 3.2 A Jacobian by differences, of a layer act(Wx) or of the slides' small functions. */
import type { Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import { number, record } from "../../judge/shape.ts";
import { leftOut } from "../../left-out.ts";

type Data = {
  readonly f: "layer" | "y" | "y1*y2";
  readonly W: number[][];
  readonly act: "tanh" | "sin" | "identity";
  readonly x: number[];
  readonly h: number;
};
const layer = (W: Mat, x: Vec, act: Data["act"], h = 0.1): Data => ({ f: "layer", W, act, x, h });

const { layer: layerOf } = makeKit();
/** As `call` defines it for the student. */
function valueAt({ f, W, act }: Data, x: Vec): Vec {
  if (f === "layer") return layerOf(W, act).f(x);
  const [a = 0, b = 0] = x;
  const y = [-5 * a + b, a * a];
  return f === "y" ? y : [y[0]! * y[1]!];
}
/** Rows are outputs; each quotient compares f with input k moved by `up` and by `down`. */
function quotients(data: Data, up: number, down: number, run = up - down): Mat {
  const moved = (k: number, by: number) => valueAt(data, data.x.with(k, data.x[k]! + by));
  const columns = data.x.map((_, k) => moved(k, up).map((p, i) => (p - moved(k, down)[i]!) / run));
  return columns[0]!.map((_, i) => columns.map((column) => column[i]!));
}
/** All inputs before k stay where their own nudge upwards has left them. */
function sharedCopy(data: Data, h: number): Mat {
  const at = [...data.x];
  const columns = data.x.map((x, k) => {
    at[k] = x + h;
    const plus = valueAt(data, at);
    at[k] = x - h;
    const minus = valueAt(data, at);
    return plus.map((p, i) => (p - minus[i]!) / (2 * h));
  });
  return columns[0]!.map((_, i) => columns.map((column) => column[i]!));
}
const DEFAULT = 6e-6;
const LARGER = "J for a larger h";
/** What a mistake makes of both Jacobians. */
const atBoth = (mistake: (h: number) => Mat, { h }: Data) => ({ J: mistake(DEFAULT), [LARGER]: mistake(h) });
const turned = (J: Mat): Mat => J[0]!.map((_, k) => J.map((row) => row[k]!));
const central = (data: Data, h: number) => quotients(data, h, -h);
/** Loops over the inputs where the outputs are meant: rows are lost, or hold what comes of missing numbers. */
const square = (J: Mat) => J[0]!.map((_, i) => J[i] ?? J[0]!.map(() => ({ $: "NaN" })));

export default exercise<typeof import("../../../exercises/03-jacobians/numerical-jacobian.ts")>()({
  title: "3.2 A Jacobian by differences",
  points: 1,
  source: "P10, C16, C18, M05",
  exports: ["numericalJacobian"],
  input: (d): Data => {
    const [outputs = 2, inputs = 3] = d.sizes(2);
    return layer(d.mat(outputs, inputs), d.vec(inputs), d.pick(["tanh", "sin"]), d.real(0.1, 0.2));
  },
  cases: () => ({
    "a linear map of five inputs to two outputs": layer(
      [
        [1, 0.5, -2, 0, 3],
        [0.25, -1, 4, 2, 0.5],
      ],
      [0.5, -0.5, 0.25, 1, -1],
      "identity",
    ),
    "one input, four outputs": layer([[1.5], [-0.5], [0.8], [-2]], [0.4], "tanh"),
    "three inputs, one output": layer([[0.5, -1, 1.5]], [0.3, 0.2, -0.4], "tanh"),
  }),
  worked: [
    ["cs434-jacobian-2x2", "cs434-chain-rule-row"],
    (given, expected) => {
      const h = 1e-3;
      const input = { W: [], act: "identity", x: given.vec("x"), h } satisfies Partial<Data>;
      // A difference quotient of a square is exact; the product, -5a³ + a²b, is off by h²/6 times its third derivative.
      const [[byA = 0, byB = 0] = []] = expected.has("dL_dx") ? expected.mat("dL_dx") : [];
      return given.has("L")
        ? { input: { ...input, f: "y1*y2" } satisfies Data, answer: { [LARGER]: [[byA - 5 * h * h, byB]] } }
        : { input: { ...input, f: "y" } satisfies Data, answer: { [LARGER]: expected.mat("jacobian") } };
    },
  ],
  model: ({ f, W, act, x: at }, { of, stack }) => {
    const x = of(at);
    if (f === "layer") return { x, y: of(W).matmul(x).act(act) };
    const [y1, y2] = [x.at(0).mul(-5).add(x.at(1)), x.at(0).square()];
    return { x, y: f === "y" ? stack([y1, y2]) : stack([y1.mul(y2)]) };
  },
  call: (s, { f, W, act, x, h }, kit) => {
    const layer = kit.layer(W, act).f;
    const spied = kit.spy((v: number[]) => {
      if (f === "layer") return layer(v);
      const [y1, y2] = [-5 * v[0]! + v[1]!, v[0]! * v[0]!];
      return f === "y" ? [y1, y2] : [y1 * y2];
    });
    const J = s.numericalJacobian(spied.fn, x);
    const calls = spied.args.length;
    const passed = s.numericalJacobian(spied.fn, x, 6e-6);
    return {
      J,
      "J for a larger h": s.numericalJacobian(spied.fn, x, h),
      calls,
      "without h": [J, passed],
    };
  },
  parts: ({ jacobian, equals, holds }) => ({
    J: jacobian("y", "x", { accept: "near" }),
    [LARGER]: equals((data) => central(data, data.h), { accept: "near" }),
    "h without a value": leftOut(holds, "h", "6e-6"),
    "two calls of f for each input": holds(record({ calls: number }), ({ calls }, { x }) =>
      calls <= 2 * x.length
        ? true
        : `f is called ${calls} times where x has ${x.length} entries; each call gives all outputs, so ${2 * x.length} are enough`,
    ),
  }),
  slips: [
    {
      id: "transposed",
      say: "J is the transpose: nudging one input gives a column, so the collected lists still have to be turned",
      answers: (data) => atBoth((h) => turned(central(data, h)), data),
    },
    {
      id: "wrong-shape",
      say: "J has as many rows as x has entries; rows belong to outputs, and only f knows how many there are",
      answers: (data) => ({ J: square(central(data, DEFAULT)) }),
    },
    {
      id: "factor-2",
      say: "every slope is twice too large: from x - h to x + h the run is two steps",
      answers: (data) => atBoth((h) => quotients(data, h, -h, h), data),
    },
    {
      id: "sign",
      say: "every slope has the opposite sign: the value at x + h comes first",
      answers: (data) => atBoth((h) => quotients(data, -h, h, 2 * h), data),
    },
    {
      id: "one-sided",
      say: "f(x) is compared with one neighbour: a central difference goes by h to either side of x",
      answers: (data) => ({ [LARGER]: quotients(data, data.h, 0) }),
    },
    {
      id: "stale-param",
      say: "the step is the same whatever h is passed; 6e-6 is only the value when none is given",
      answers: (data) => ({ [LARGER]: central(data, DEFAULT) }),
    },
    {
      id: "shared-copy",
      say: "an input that has had its turn is still moved while the next one is nudged: begin from fresh copies of x",
      answers: (data) => ({ [LARGER]: sharedCopy(data, data.h) }),
    },
  ],
  hints: [
    "Nudge one input. Which entries of J do you know then: a row, or a column?",
    "Build one list for each input, with a slope for every output. Then turn it round, so that rows belong to outputs.",
    "columns[k][i] = (f(plus)[i] - f(minus)[i]) / (2h), with x[k] moved; then J[i][k] = columns[k][i].",
  ],
});
