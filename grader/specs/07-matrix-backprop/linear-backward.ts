/** @file 7.1 The linear layer backwards. */
import type { Mat, Vec } from "../../../src/types.ts";
import { exercise } from "../../exercise.ts";

type Data = { readonly W: number[][]; readonly x: number[]; readonly gOut: number[] };
const outer = (g: Vec, v: Vec): Mat => g.map((gi) => v.map((vj) => gi * vj));
/** Numbers that are not there make NaN, as they do in a student's loop. */
const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * (b[i] ?? Number.NaN), 0);
const columnsOf = (W: Mat) => W[0]!.map((_, j) => W.map((row) => row[j]!));

export default exercise<typeof import("../../../exercises/07-matrix-backprop/linear-backward.ts")>()({
  title: "7.1 The linear layer backwards",
  points: 2,
  source: "C07, C23, D18, M08, M09",
  exports: ["linearBackward"],
  input: (d): Data => {
    const [m = 2, n = 3] = d.sizes(2);
    return { W: d.mat(m, n, -2, 2), x: d.vec(n, -2, 2), gOut: d.vec(m, -2, 2) };
  },
  cases: (): Record<string, Data> => ({
    "one output": { W: [[0.5, -2, 1.5]], x: [3, 0.25, -1], gOut: [-1.5] },
    "one input": { W: [[2], [-0.5], [1.5]], x: [0.75], gOut: [1, -2, 0.5] },
  }),
  worked: [
    ["mit-linear-layer", "mit-mlp-relu"],
    // The second is the first layer of a network, which has no bias: what arrives there is g3.
    (given, expected) =>
      given.has("x_in")
        ? {
            input: { W: given.mat("W"), x: given.vec("x_in"), gOut: given.vec("g_out") },
            answer: {
              gIn: expected.vec("g_in"),
              dW: expected.mat("gradW_paramShape"),
              db: given.vec("g_out"),
            },
          }
        : {
            input: { W: given.mat("W1"), x: given.vec("x"), gOut: expected.vec("g3") },
            answer: {
              gIn: expected.vec("g4_dJ_dx"),
              dW: expected.mat("gradW1_paramShape"),
              db: expected.vec("g3"),
            },
          },
  ],
  model: (data, { of }) => {
    const [W, x, b] = [of(data.W), of(data.x), of(data.gOut.map(() => 0))];
    const y = W.matmul(x).add(b);
    return { W, x, b, y, loss: of(data.gOut).matmul(y) };
  },
  call: (s, { W, x, gOut }) => s.linearBackward(W, x, gOut),
  parts: ({ gradient }) => ({
    gIn: gradient("x"),
    dW: gradient("W"),
    db: gradient("b"),
  }),
  slips: [
    {
      id: "transposed",
      say: "dW is x gᵀ, with a row for each input, as one deck lays it out; here dW is shaped like W, a row for each output",
      answers: ({ x, gOut }) => ({ dW: outer(x, gOut) }),
    },
    {
      id: "transposed",
      say: "gIn multiplies the rows of W by gOut: x[j] reaches the outputs through column j of W",
      answers: ({ W, gOut }) => ({ gIn: W.map((row) => dot(row, gOut)) }),
    },
    {
      id: "ignores-upstream",
      say: "dW holds x in every row, whatever arrives: the gradient of the loss by y[i] is a factor in row i",
      answers: ({ x, gOut }) => ({ dW: gOut.map(() => x) }),
    },
    {
      id: "ignores-upstream",
      say: "gIn adds up the columns of W, whatever arrives: each weight is multiplied by the gradient at its output",
      answers: ({ W }) => ({ gIn: columnsOf(W).map((column) => column.reduce((sum, w) => sum + w, 0)) }),
    },
    {
      id: "ignores-upstream",
      say: "db is 1 everywhere: that is the slope of y by b; the gradient of the loss has what arrives as a factor",
      answers: ({ gOut }) => ({ db: gOut.map(() => 1) }),
    },
    {
      id: "missing-input",
      say: "dW has no factor x: W[i][j] is multiplied by x[j], so that is its local slope",
      answers: ({ x, gOut }) => ({
        dW: outer(
          gOut,
          x.map(() => 1),
        ),
      }),
    },
    {
      id: "value-for-gradient",
      say: "dW has W where x belongs: the slope by a weight is what the weight is multiplied by",
      answers: ({ W, gOut }) => ({ dW: W.map((row, i) => row.map((w) => w * gOut[i]!)) }),
    },
    {
      id: "dot-instead-of-outer",
      say: "dW is one number for each output; every weight has a gradient of its own, g[i]·x[j]",
      answers: ({ x, gOut }) => ({ dW: gOut.map((g) => g * x.reduce((sum, xj) => sum + xj, 0)) }),
    },
  ],
  hints: [
    "Write out y[0] and y[1] for a W of shape (2, 3). Where does x[0] appear, and where does W[0][0]?",
    "x[j] appears in every y[i], next to W[i][j]: add over i. W[i][j] appears in y[i] alone, next to x[j].",
    "gIn[j] = Σ_i gOut[i]·W[i][j], dW[i][j] = gOut[i]·x[j], db[i] = gOut[i].",
  ],
});
