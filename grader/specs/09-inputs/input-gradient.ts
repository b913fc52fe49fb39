/** @file 9.1 The gradient of one score by the input. */
import type { Mat, Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";

type Data = {
  readonly W1: Mat;
  readonly b1: Vec;
  readonly W2: Mat;
  readonly b2: Vec;
  readonly x: Vec;
  /** The scores are weighed by these and added: the loss's gradient by the scores, in the worked example. */
  readonly weights: Vec;
};

const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
const times = (W: Mat, x: Vec, b = W.map(() => 0)) => W.map((row, i) => dot(row, x) + b[i]!);
const hidden = ({ W1, b1, x }: Data) => times(W1, x, b1);
const scores = (data: Data) =>
  times(
    data.W2,
    hidden(data).map((z) => Math.max(z, 0)),
    data.b2,
  );
const softmax = (y: Vec) => {
  const e = y.map((yj) => Math.exp(yj - Math.max(...y)));
  const sum = e.reduce((a, b) => a + b);
  return e.map((ej) => ej / sum);
};
/** A row by the scores, carried back to the input; `open` says which units let it pass. */
function back(data: Data, seed: Vec, open = (i: number) => hidden(data)[i]! > 0): Vec {
  const { W1, W2, x } = data;
  const dz = W1.map((_, i) => (open(i) ? W2.reduce((sum, row, j) => sum + seed[j]! * row[i]!, 0) : 0));
  return x.map((_, k) => W1.reduce((sum, row, i) => sum + dz[i]! * row[k]!, 0));
}
/** What a seed of one's own for each score gives. */
const seeded = (seed: (j: number, data: Data) => Vec, open?: (i: number) => boolean) => (data: Data) => ({
  dx: data.W2.map((_, j) => back(data, seed(j, data), open)),
});
const pick = (j: number, { W2 }: Data) => W2.map((_, i) => (i === j ? 1 : 0));

const unitAtZero = "dx where a z is 0";

export default exercise<typeof import("../../../exercises/09-inputs/input-gradient.ts")>()({
  title: "9.1 The gradient of one score by the input",
  points: 2,
  source: "M18",
  exports: ["inputGradient"],
  input: (d: Draw): Data => {
    const [n = 3, k = 5, classes = 4] = d.sizes(3);
    const W1 = d.mat(k, n);
    const x = d.vec(n);
    // Half of the units are on, the other half off, whatever was drawn.
    const b1 = W1.map((row, i) => (i % 2 ? 1 : -1) * d.real(0.1, 1) - dot(row, x));
    return { W1, b1, W2: d.mat(classes, k), b2: d.vec(classes), x, weights: d.vec(classes) };
  },
  cases: (d): Record<string, Data> => ({
    "every unit is off": {
      ...{ W1: d.mat(3, 2), b1: [-9, -9, -9], W2: d.mat(4, 3), b2: d.vec(4), x: d.vec(2) },
      weights: d.vec(4),
    },
  }),
  worked: [
    ["mit-mlp-relu"],
    (given, expected) => ({
      input: {
        W1: given.mat("W1"),
        b1: [0, 0, 0],
        W2: given.mat("W2"),
        b2: [0, 0],
        x: given.vec("x"),
        weights: expected.vec("g1"),
      },
      answer: { y: expected.vec("yhat"), weighed: expected.vec("g4_dJ_dx") },
    }),
  ],
  model: (p, { of }) => {
    const x = of(p.x);
    const h = of(p.W1).matmul(x).add(of(p.b1)).relu();
    return { x, y: of(p.W2).matmul(h).add(of(p.b2)) };
  },
  call: (s, { W1, b1, W2, b2, x, weights }) => {
    // Each score in turn: dx has a row for each j.
    const answers = W2.map((_, j) => s.inputGradient(W1, b1, W2, b2, x, j));
    const dx = answers.map((answer) => answer?.dx);
    const weighed = x.map((_, k) => weights.reduce((sum, weight, j) => sum + weight * (dx[j]?.[k] ?? 0), 0));
    const atZero = s.inputGradient(
      [
        [1, -1],
        [0.5, 2],
      ],
      [0, 0.5],
      [[3, -2]],
      [0],
      [1.5, 1.5],
      0,
    );
    return { y: answers[0]?.y, dx, weighed, "dx where a z is 0": atZero?.dx };
  },
  parts: ({ value, jacobian, equals }) => ({
    y: value("y"),
    dx: jacobian("y", "x", { share: 2.5 }),
    [unitAtZero]: equals(() => [-1, -4], { share: 0.5 }),
  }),
  slips: [
    {
      id: "relu-at-zero",
      say: "where a unit's z is exactly 0 its slope is taken as 1; the course's relu has the slope 0 there",
      answers: () => ({ [unitAtZero]: [2, -7] }),
    },
    {
      id: "softmax-gradient",
      say: "dx is the gradient of the probability of class j: the score itself is asked for, without a softmax",
      answers: seeded((j, data) => {
        const p = softmax(scores(data));
        return p.map((pi, i) => p[j]! * ((i === j ? 1 : 0) - pi));
      }),
    },
    {
      id: "softmax-gradient",
      say: "dx is the gradient of the log-probability of class j: the score itself is asked for, without a softmax",
      answers: seeded((j, data) => softmax(scores(data)).map((pi, i) => (i === j ? 1 : 0) - pi)),
    },
    {
      id: "sign",
      say: "dx has the opposite sign everywhere: the slope of the score itself is asked for, not a step downhill",
      answers: seeded((j, data) => pick(j, data).map((s) => -s)),
    },
    {
      id: "all-outputs",
      say: "dx belongs to the sum of all scores: the walk starts with a 1 at j and zeros elsewhere",
      answers: seeded((_j, { W2 }) => W2.map(() => 1)),
    },
    {
      id: "wrong-index",
      say: "dx is that of score 0 whatever j is: row j of W2 is wanted",
      answers: seeded((_j, data) => pick(0, data)),
    },
    {
      id: "missing-act-deriv",
      say: "units that are off let their part pass: where z is not above 0, relu has the slope 0",
      answers: seeded(pick, () => true),
    },
    {
      id: "missing-act-deriv",
      say: "the mask is turned round: only units with z above 0 let something pass",
      answers: (data) => seeded(pick, (i) => hidden(data)[i]! <= 0)(data),
    },
    {
      id: "value-for-slope",
      say: "the weights of row j are multiplied by h. The slope of relu is 1 or 0, h is its value",
      answers: (data) => ({
        dx: data.W2.map((row) => {
          const dz = hidden(data).map((z, i) => Math.max(z, 0) * row[i]!);
          return data.x.map((_, k) => data.W1.reduce((sum, w, i) => sum + dz[i]! * w[k]!, 0));
        }),
      }),
    },
    {
      id: "not-to-the-input",
      say: "the walk stops before W1: dx is as long as the hidden layer, one step before the input",
      answers: (data) => ({ dx: data.W2.map((row) => row.map((w, i) => (hidden(data)[i]! > 0 ? w : 0))) }),
    },
    {
      id: "missing-bias",
      say: "y lacks the biases: b1 is added in front of relu, and b2 to the scores",
      answers: (data) => ({
        y: scores({ ...data, b1: data.b1.map(() => 0), b2: data.b2.map(() => 0) }),
      }),
    },
    {
      id: "probability-for-score",
      say: "y holds probabilities; the scores are asked for, without a softmax",
      answers: (data) => ({ y: softmax(scores(data)) }),
    },
  ],
  hints: [
    "Which row do you hand to the backward walk if only y[j] counts? What is left of W2 then?",
    "Start with row j of W2, set it to 0 where z is not above 0, and take this row times W1.",
    "dx[k] is the sum over i of W2[j][i]·(1 if z[i] > 0, else 0)·W1[i][k].",
  ],
});
