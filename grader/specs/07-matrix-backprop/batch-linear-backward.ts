/** @file 7.6 The linear layer backwards, for a batch. */
import type { Mat, Vec } from "../../../src/types.ts";
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly X: number[][]; readonly W: number[][]; readonly G: number[][] };
const turned = (M: Mat): Mat => M[0]!.map((_, j) => M.map((row) => row[j]!));
const scaled = (right: Truth, factor: number) => ({
  dW: (right.gradient("W") as Mat).map((row) => row.map((w) => factor * w)),
  db: (right.gradient("b") as Vec).map((b) => factor * b),
});
const outer = (g: Vec, x: Vec): Mat => g.map((gr) => x.map((xj) => gr * xj));

export default exercise<typeof import("../../../exercises/07-matrix-backprop/batch-linear-backward.ts")>()({
  title: "7.6 The linear layer for a batch",
  points: 2,
  source: "C11",
  exports: ["batchLinearBackward"],
  input: (d): Data => {
    const [rows, m, n] = d.pick([
      [5, 2, 3],
      [4, 3, 2],
      [5, 4, 3],
      [4, 2, 5],
      [6, 3, 4],
    ] as const);
    return { X: d.mat(rows, n, -2, 2), W: d.mat(m, n, -2, 2), G: d.mat(rows, m, -2, 2) };
  },
  cases: (): Record<string, Data> => ({
    "a batch of one": {
      X: [[0.5, -1, 2]],
      W: [
        [1, 0.25, -0.5],
        [-2, 1.5, 1],
      ],
      G: [[1.5, -0.5]],
    },
    "one input, one output": { X: [[0.5], [-1.5], [2]], W: [[0.75]], G: [[1], [-0.5], [0.25]] },
  }),
  worked: [
    ["unbroadcast-bias"],
    // A bias of three entries, added to each of two rows.
    (given, expected) => ({
      input: {
        X: [
          [0.5, -1],
          [2, 1.5],
        ],
        W: [
          [1, -2],
          [0.5, 1],
          [-1, 0.25],
        ],
        G: given.mat("grad"),
      },
      answer: { db: expected.vec("grad") },
    }),
  ],
  model: (data, { of }) => {
    const [X, W, b] = [of(data.X), of(data.W), of(data.W.map(() => 0))];
    const Y = X.matmul(W.transpose()).add(b);
    return { X, W, b, Y, loss: of(data.G).mul(Y).sum() };
  },
  call: (s, { X, W, G }) => s.batchLinearBackward(X, W, G),
  parts: ({ gradient }) => ({
    dX: gradient("X"),
    dW: gradient("W"),
    db: gradient("b"),
  }),
  slips: [
    {
      id: "sum-vs-mean",
      say: "dW and db are divided by the number of examples; if the loss is a mean, its 1/N is in G already",
      answers: ({ X }, right) => scaled(right, 1 / X.length),
    },
    {
      id: "sum-vs-mean",
      say: "db is divided by the number of examples; if the loss is a mean, its 1/N is in G already",
      answers: ({ X }, right) => ({ db: scaled(right, 1 / X.length).db }),
    },
    {
      id: "missing-broadcast-sum",
      say: "db is G itself, a row for each example; all of them used the same bias, so their gradients add up",
      answers: ({ G }) => ({ db: G }),
    },
    {
      id: "wrong-axis",
      say: "db adds up along the rows of G, one number for each example; the bias has an entry for each output",
      answers: ({ G }) => ({ db: G.map((row) => row.reduce((sum, g) => sum + g, 0)) }),
    },
    {
      id: "only-part-of-batch",
      say: "dW and db hold the last example alone: every example adds its own, with +=",
      answers: ({ X, G }) => ({ dW: outer(G.at(-1)!, X.at(-1)!), db: G.at(-1) }),
    },
    {
      id: "only-part-of-batch",
      say: "dW holds the last example alone: every example adds its own, with +=",
      answers: ({ X, G }) => ({ dW: outer(G.at(-1)!, X.at(-1)!) }),
    },
    {
      id: "missing-broadcast-sum",
      say: "dW is a list with one matrix for each example; all of them used the same weights, so add the matrices up",
      answers: ({ X, G }) => ({ dW: G.map((g, i) => outer(g, X[i]!)) }),
    },
    {
      id: "transposed",
      say: "dW is Xᵀ G, with a row for each input; W has a row for each output",
      answers: (_data, right) => ({ dW: turned(right.gradient("W") as Mat) }),
    },
    {
      id: "transposed",
      say: "dX multiplies with the rows of W where its columns belong: y = W x, so a gradient comes back through W's columns",
      answers: ({ W, G }) => ({
        dX: G.map((g) => W.map((row) => row.reduce((sum, w, j) => sum + w * (g[j] ?? Number.NaN), 0))),
      }),
    },
    {
      id: "ignores-upstream",
      say: "db counts the examples: the slope of y by b is 1, but the gradient of the loss by y stands in G",
      answers: ({ X, W }) => ({ db: W.map(() => X.length) }),
    },
    {
      id: "mean-of-products",
      say: "dW is the product of two sums; add up the products instead, each example's g with its own x",
      answers: ({ X }, right) => ({
        dW: outer(
          right.gradient("b") as Vec,
          X[0]!.map((_, j) => X.reduce((sum, x) => sum + x[j]!, 0)),
        ),
      }),
    },
  ],
  hints: [
    "One row of X and of G is one example: that is 7.1. Which results belong to the example, and which to all of them?",
    "dX has a row for each example. W and b were used by every example, so what 7.1 gives for each is added up.",
    "dX = G W, dW = Gᵀ X: dW[r][j] = Σ_i G[i][r]·X[i][j], and db[r] is the sum of column r of G.",
  ],
});
