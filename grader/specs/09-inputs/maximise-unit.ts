/** @file 9.2 Climbing the score of a unit. */
import type { ActName, Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";

/** The unit y = u · act(W x). */
type Data = {
  readonly W: Mat;
  readonly u: Vec;
  readonly act: ActName;
  readonly x0: Vec;
  readonly lambda: number;
  readonly eta: number;
  /** The path is looked at after so many steps. */
  readonly steps: readonly number[];
};

const { layer } = makeKit();
const squares = (x: Vec) => x.reduce((sum, xk) => sum + xk * xk, 0);
const gradOf =
  ({ W, u, act }: Data) =>
  (x: Vec) => {
    const J = layer(W, act).J(x);
    return x.map((_, k) => J.reduce((sum, row, i) => sum + u[i]! * row[k]!, 0));
  };
const score = (data: Data, x: Vec) =>
  layer(data.W, data.act)
    .f(x)
    .reduce((sum, a, i) => sum + data.u[i]! * a, -data.lambda * squares(x));

type Step = (x: Vec, g: Vec, data: Data) => Vec;
const uphill: Step = (x, g, { lambda, eta }) => x.map((xk, k) => xk + eta * (g[k]! - 2 * lambda * xk));
/** The path by a step of one's own; `at` says where the gradient is asked. */
function path(data: Data, step = uphill, at = (x: Vec) => x) {
  const grad = gradOf(data);
  return data.steps.map((steps) => {
    let x = data.x0;
    for (let i = 0; i < steps; i++) x = step(x, grad(at(x)), data);
    return x;
  });
}
const entries = (data: Data, step: Step, at?: (x: Vec) => Vec) => {
  const [, first, ...rest] = path(data, step, at);
  return { "first step": first, path: rest };
};

export default exercise<typeof import("../../../exercises/09-inputs/maximise-unit.ts")>()({
  title: "9.2 Climbing the score of a unit",
  points: 2,
  source: "M19",
  exports: ["maximiseUnit"],
  input: (d: Draw): Data => {
    const [n = 3, units = 4] = d.sizes(2);
    const rates = { lambda: d.real(0.05, 0.3), eta: d.real(0.05, 0.15) };
    return {
      W: d.mat(units, n),
      u: d.vec(units),
      act: "tanh",
      x0: d.vec(n),
      ...rates,
      steps: [0, 1, 2, 5, 12],
    };
  },
  cases: (d): Record<string, Data> => ({
    "without a reward for small inputs": {
      ...{ W: d.mat(3, 2), u: d.vec(3), act: "tanh", x0: d.vec(2) },
      ...{ lambda: 0, eta: 0.1, steps: [0, 1, 2, 5, 12] },
    },
  }),
  worked: [
    ["mit-unit-visualization-linear"],
    (given, expected) => ({
      input: {
        ...{ W: [given.vec("w")], u: [1], act: "identity" as const, x0: given.vec("x0") },
        ...{ lambda: given.num("lambda"), eta: given.num("eta"), steps: [0, 1, 2, 3, 4, 5, 120] },
      },
      answer: {
        start: given.vec("x0"),
        "first step": expected.mat("iterates")[1],
        path: [...expected.mat("iterates").slice(2), expected.vec("maximiser")],
      },
    }),
  ],
  call: (s, { W, u, act, x0, lambda, eta, steps }, kit) => {
    const grad = (x: Vec) => {
      const J = kit.layer(W, act).J(x);
      return x.map((_, k) => J.reduce((sum, row, i) => sum + u[i]! * row[k]!, 0));
    };
    const [start, first, ...path] = steps.map((n) => s.maximiseUnit(grad, x0, lambda, eta, n));
    return { start, "first step": first, path };
  },
  parts: ({ equals, holds }) => ({
    start: equals(({ x0 }) => x0),
    "first step": equals((data) => path(data)[1], { share: 3 }),
    path: equals((data) => path(data).slice(2), { share: 3 }),
    "the score never falls on the way": holds(
      record({ start: list(number), "first step": list(number), path: list(list(number)) }),
      ({ start, "first step": first, path }, data) => {
        const scores = [start, first, ...path].map((x) => score(data, x));
        const at = scores.findIndex((s, i) => i > 0 && s < scores[i - 1]! - 1e-9);
        if (at < 0) return true;
        const [before, after] = [scores[at - 1]!, scores[at]!].map((s) => +s.toPrecision(5));
        return `after ${data.steps[at]} step${data.steps[at] === 1 ? "" : "s"} y − lambda·|x|² has fallen from ${before} to ${after}: it should climb`;
      },
    ),
  }),
  slips: [
    {
      id: "sign",
      say: "every step goes downhill: this is a score to be raised, not a loss, so the step is added",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => xk - eta * (g[k]! - 2 * lambda * xk))),
    },
    {
      id: "reward-sign",
      say: "the term with lambda pushes x outwards: −lambda·|x|² has the slope −2·lambda·x. With a plus, x grows without end",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => xk + eta * (g[k]! + 2 * lambda * xk))),
    },
    {
      id: "factor-2",
      say: "the square in |x|² has lost its factor 2: its slope by an entry is twice that entry",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => xk + eta * (g[k]! - lambda * xk))),
    },
    {
      id: "reward-missing",
      say: "lambda is not used: the step climbs y alone",
      answers: (data) => entries(data, (x, g, { eta }) => x.map((xk, k) => xk + eta * g[k]!)),
    },
    {
      id: "brackets",
      say: "eta belongs to the whole step, the slope of y and that of the reward: look at the brackets",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => xk + eta * g[k]! - 2 * lambda * xk)),
    },
    {
      id: "returns-the-step",
      say: "x becomes the step alone: the new x is the old one, moved by it",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => eta * (g[k]! - 2 * lambda * xk))),
    },
    {
      id: "learning-rate-lost",
      say: "the whole slope is added: eta says how much of it",
      answers: (data) => entries(data, (x, g, { lambda }) => x.map((xk, k) => xk + g[k]! - 2 * lambda * xk)),
    },
    {
      id: "reward-alone",
      say: "the slope of y is missing: each step sees the reward for small inputs alone",
      answers: (data) => entries(data, (x, _g, { lambda, eta }) => x.map((xk) => xk - eta * 2 * lambda * xk)),
    },
    {
      id: "wrong-eval-point",
      say: "the gradient of y is asked at x0 in every step: ask it where you are",
      answers: (data) => ({ path: path(data, uphill, () => data.x0).slice(2) }),
    },
    {
      id: "off-by-one",
      say: "one step too many is taken: with 0 steps x0 itself comes back",
      answers: (data) => {
        const [start, first, ...rest] = path({ ...data, steps: data.steps.map((n) => n + 1) });
        return { start, "first step": first, path: rest };
      },
    },
    {
      id: "reward-not-multiplied",
      say: "the slope of lambda·|x|² by an entry is 2·lambda·x[k]: the factor x[k] is missing",
      answers: (data) =>
        entries(data, (x, g, { lambda, eta }) => x.map((xk, k) => xk + eta * (g[k]! - 2 * lambda))),
    },
    {
      id: "single-step",
      say: "one step is taken, however many are asked for: look at where the loop ends and what it carries on",
      answers: (data) => ({ path: data.steps.slice(2).map(() => path(data)[1]) }),
    },
  ],
  hints: [
    "Is this uphill or downhill? And what is the slope of −lambda·|x|² by one entry of x?",
    "Each step adds eta times the slope of the whole score: the gradient of y at the present x, and −2·lambda·x.",
    "Repeat steps times, on a copy of x0: g = grad(x), then x[k] becomes x[k] + eta·(g[k] − 2·lambda·x[k]).",
  ],
});
