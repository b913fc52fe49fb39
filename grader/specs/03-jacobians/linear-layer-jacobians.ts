/** @file 3.4 The three Jacobians of a linear layer. */
import type { Mat } from "../../../src/types.ts";
import { exercise } from "../../exercise.ts";
import { bool, record } from "../../judge/shape.ts";

type Data = { readonly W: number[][]; readonly x: number[] };
const sizes = [
  [2, 3],
  [3, 2],
  [2, 4],
  [4, 3],
  [3, 4],
] as const;
const turned = (M: Mat): Mat => M[0]!.map((_, k) => M.map((row) => row[k]!));
const isNotThere = { $: "undefined" };
/** dvecW from a rule: row i, the weight in row r and column c of W, which is number `place` in W's own reading order. */
const dvecW = ({ W, x }: Data, entry: (i: number, r: number, c: number) => number, byColumns = false) =>
  W.map((_, i) =>
    byColumns
      ? x.flatMap((_x, c) => W.map((_row, r) => entry(i, r, c)))
      : W.flatMap((_row, r) => x.map((_x, c) => entry(i, r, c))),
  );

export default exercise<typeof import("../../../exercises/03-jacobians/linear-layer-jacobians.ts")>()({
  title: "3.4 The Jacobians of a linear layer",
  points: 3,
  source: "C17, D15",
  exports: ["linearLayerJacobians"],
  input: (d): Data => {
    const [m, n] = d.pick(sizes);
    return { W: d.mat(m, n, -2, 2), x: d.vec(n, -2, 2) };
  },
  cases: (): Record<string, Data> => ({
    "one output": { W: [[0.5, -2, 1.5]], x: [3, 0.25, -1] },
    "one input": { W: [[2], [-0.5], [1.5]], x: [0.75] },
  }),
  worked: [
    ["cs434-vector-by-matrix", "ds542-denominator-layout"],
    (given, expected) =>
      given.has("X")
        ? {
            input: { W: given.mat("X"), x: given.vec("v") },
            answer: { dvecW: expected.mat("dy_dvecX") },
          }
        : {
            input: { W: given.mat("Omega"), x: [0.5, 1.5, -2.5] },
            answer: { dx: expected.mat("df_dh_numeratorLayout"), db: expected.mat("df_dbeta") },
          },
  ],
  model: ({ W: weights, x: at }, { of }) => {
    const [W, x, b] = [of(weights), of(at), of(weights.map(() => 0))];
    return { W, x, b, y: W.matmul(x).add(b) };
  },
  call: (s, { W, x }) => {
    const answer = s.linearLayerJacobians(W, x);
    // Does changing the answer change W? Both are put back as they were.
    const [row, before] = [answer?.dx?.[0], W[0]![0]!];
    let shared = false;
    if (row && typeof row[0] === "number") {
      const own = row[0];
      row[0] = own + 1;
      shared = W[0]![0] !== before;
      row[0] = own;
    }
    return { dx: answer?.dx, db: answer?.db, dvecW: answer?.dvecW, shared };
  },
  parts: ({ jacobian, holds }) => ({
    dx: jacobian("y", "x", { share: 4 }),
    db: jacobian("y", "b", { share: 2 }),
    dvecW: jacobian("y", "W", { share: 5 }),
    "dx is a matrix of its own": holds(
      record({ shared: bool }),
      ({ shared }) =>
        !shared || "changing an entry of dx changes W: copy the rows of W before you return them",
    ),
  }),
  slips: [
    {
      id: "denominator-layout",
      say: "dx is the transpose of W: that is the denominator layout. Here a row belongs to an output, so its shape is (m, n)",
      answers: ({ W }) => ({ dx: turned(W) }),
    },
    {
      id: "printed-indices",
      say: "dx has the indices of a slide's misprint: it has rows that W does not have, filled with undefined",
      answers: ({ W, x }) => ({ dx: x.map((_, i) => W.map((_row, j) => W[i]?.[j] ?? isNotThere)) }),
    },
    {
      id: "printed-indices",
      say: "dx has the indices of a slide's misprint: it asks for rows that W does not have",
      answers: ({ W, x }) => ({ dx: x.map((_, i) => W.map((_row, j) => W[i]?.[j] ?? 0)) }),
    },
    {
      id: "all-ones",
      say: "db is 1 everywhere: b[r] is added to y[r] only, so the outputs beside it do not feel it",
      answers: ({ W }) => ({ db: W.map(() => W.map(() => 1)) }),
    },
    {
      id: "wrong-shape",
      say: "db is a list of ones: m outputs and m inputs make a square matrix, and most of it is 0",
      answers: ({ W }) => ({ db: W.map(() => 1) }),
    },
    {
      id: "wrong-shape",
      say: "db is the number 1: that is right for one output, but here are m of them, each with a bias of its own",
      answers: () => ({ db: 1 }),
    },
    {
      id: "column-major",
      say: "the columns of dvecW are in the order of W's columns; the weights are counted row after row",
      answers: (data) => ({ dvecW: dvecW(data, (i, r, c) => (i === r ? data.x[c]! : 0), true) }),
    },
    {
      id: "not-diagonal",
      say: "every row of dvecW has x in every block: y[i] looks at row i of W alone, and does not feel the other rows",
      answers: (data) => ({ dvecW: dvecW(data, (_i, _r, c) => data.x[c]!) }),
    },
    {
      id: "value-for-gradient",
      say: "dvecW holds weights: the slope by a weight is what the weight is multiplied by, an entry of x",
      answers: (data) => ({ dvecW: dvecW(data, (i, r, c) => (i === r ? data.W[r]![c]! : 0)) }),
    },
    {
      id: "dot-instead-of-outer",
      say: "dvecW is one row of x for each output: it needs a column for each of the m·n weights",
      answers: ({ W, x }) => ({ dvecW: W.map(() => x) }),
    },
    {
      id: "transposed",
      say: "dvecW has rows and columns exchanged: a row belongs to an output, a column to a weight",
      answers: (data) => ({ dvecW: turned(dvecW(data, (i, r, c) => (i === r ? data.x[c]! : 0))) }),
    },
    {
      id: "aliased-output",
      say: "dx is W itself: whoever changes an entry of the Jacobian changes the layer. Return a copy",
      answers: () => ({ shared: true }),
    },
  ],
  hints: [
    "Write out y[0] and y[1] for a W of shape (2, 3). What does each input appear next to, and in which of the two?",
    "dx is read off at once. b[r] moves y[r] only, one for one. In y[i] the weights of row i appear, each next to its x.",
    "db is the identity. Row i of dvecW is 0 but for the columns i·n to i·n + n - 1, which hold x.",
  ],
});
