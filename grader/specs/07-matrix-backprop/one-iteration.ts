/** @file 7.2 One iteration of the lecture's 2-2-1 network. */
import type { Mat, Vec } from "../../../src/types.ts";
import { exercise, type Part } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Truth } from "../../model/truth.ts";

type Data = {
  readonly W0: number[][];
  readonly W1: number[][];
  readonly x: number[];
  readonly y: number;
  readonly lr: number;
};
const mat = list(list(number));
const outer = (g: Vec, v: Vec): Mat => g.map((gi) => v.map((vj) => gi * vj));
const turned = (M: Mat): Mat => M[0]!.map((_, j) => M.map((row) => row[j]!));
const step = (W: Mat, dW: Mat, lr: number): Mat =>
  W.map((row, i) => row.map((w, j) => w - lr * (dW[i]?.[j] ?? Number.NaN)));

/** The gradients with some of the factors replaced: what a slip in them would answer. */
function gradients(
  { W1, x, y }: Data,
  right: Truth,
  slip: { start?: (x3: number) => number; weights?: Vec; slope?: (x1: number, x2: number) => number },
): { dW0: Mat; dW1: Mat } {
  const [x1, x2, x3] = [right.value("x1") as Vec, right.value("x2") as Vec, right.value("x3") as number];
  const { start = (out) => out - y, weights = W1[0]!, slope = (_z, h) => 1 - h * h } = slip;
  const dx3 = start(x3);
  const dx1 = weights.map((w, i) => dx3 * w * slope(x1[i]!, x2[i]!));
  return { dW0: outer(dx1, x), dW1: outer([dx3], x2) };
}
const rightOnes = (right: Truth) => ({
  dW0: right.gradient("W0") as Mat,
  dW1: right.gradient("W1") as Mat,
});
/** The right numbers, or what follows from the student's own. */
const either = (exact: Part<Data>, follows: Part<Data>): Part<Data> => ({
  ...exact,
  judge: (at, answer, whole) => {
    const verdict = exact.judge(at, answer, whole);
    return verdict.is === "right" || follows.judge(at, answer, whole).is !== "right"
      ? verdict
      : { is: "right" };
  },
});

export default exercise<typeof import("../../../exercises/07-matrix-backprop/one-iteration.ts")>()({
  title: "7.2 One iteration",
  points: 2,
  source: "M22",
  exports: ["oneIteration"],
  input: (d): Data => ({
    W0: d.mat(2, 2, -1.5, 1.5),
    W1: [d.vec(2).map((w) => w + 0.3 * Math.sign(w))], // away from 0: nothing dies of a small weight
    x: [d.real(0.3, 1.2), d.real(-1.2, -0.3)],
    y: d.real(),
    lr: d.real(0.1, 0.5),
  }),
  worked: [
    ["mit-2-2-1-tanh"],
    (given, expected) => ({
      input: {
        W0: given.mat("W0"),
        W1: given.mat("W1"),
        x: given.vec("x0"),
        y: given.num("y"),
        lr: -given.num("eta"), // the slide adds with a negative rate
      },
      answer: {
        x1: expected.vec("x1"),
        x2: expected.vec("x2"),
        x3: expected.num("x3"),
        loss: expected.num("loss"),
        dW0: expected.mat("gradW0_paramShape"),
        dW1: expected.mat("gradW1_paramShape"),
        W0New: expected.mat("W0_new"),
        W1New: [expected.mat("W1_new").flat()],
      },
    }),
  ],
  model: (data, { of }) => {
    const [W0, W1] = [of(data.W0), of(data.W1)];
    const x1 = W0.matmul(of(data.x));
    const x2 = x1.tanh();
    const x3 = W1.matmul(x2).at(0);
    return { W0, W1, x1, x2, x3, loss: x3.sub(data.y).square().mul(0.5) };
  },
  call: (s, { W0, W1, x, y, lr }) => s.oneIteration(W0, W1, x, y, lr),
  parts: ({ value, gradient, equals, derives }) => ({
    x1: value("x1"),
    x2: value("x2"),
    x3: value("x3"),
    loss: value("loss"),
    dW1: gradient("W1", "loss", { share: 3 }),
    dW0: gradient("W0", "loss", { share: 3 }),
    W0New: either(
      equals(({ W0, lr }, right) => step(W0, rightOnes(right).dW0, lr)),
      derives(record({ dW0: mat }), ({ dW0 }, { W0, lr }) => step(W0, dW0, lr)),
    ),
    W1New: either(
      equals(({ W1, lr }, right) => step(W1, rightOnes(right).dW1, lr)),
      derives(record({ dW1: mat }), ({ dW1 }, { W1, lr }) => step(W1, dW1, lr)),
    ),
  }),
  slips: [
    {
      id: "sign",
      say: "dW0 and dW1 have the opposite sign: the loss grows when x3 moves away from y, so the sweep starts at x3 - y",
      answers: (data, right) => gradients(data, right, { start: (x3) => data.y - x3 }),
    },
    {
      id: "factor-2",
      say: "dW0 and dW1 are twice what they should be: this loss has a ½, which meets the 2 of the square",
      answers: (data, right) => gradients(data, right, { start: (x3) => 2 * (x3 - data.y) }),
    },
    {
      id: "missing-loss-deriv",
      say: "dW0 and dW1 are the derivatives of x3 itself; the loss is one step further, and its slope starts the sweep",
      answers: (data, right) => gradients(data, right, { start: () => 1 }),
    },
    {
      id: "printed-factor",
      say: "dW1 has the factor that a slide misprints, an entry of the gradient at x1; behind W1 lies x3",
      answers: (_data, right) => ({
        dW1: outer([(right.gradient("x1") as Vec)[0]!], right.value("x2") as Vec),
      }),
    },
    {
      id: "updated-too-early",
      say: "dW0 was sent back through W1New: take all gradients with the weights of the forward pass, then step",
      answers: (data, right) => {
        const [weights = []] = step(data.W1, right.gradient("W1") as Mat, data.lr);
        return { dW0: gradients(data, right, { weights }).dW0 };
      },
    },
    {
      id: "missing-act-deriv",
      say: "dW0 passes tanh as if it were not there: between x2 and x1 lies its slope",
      answers: (data, right) => ({ dW0: gradients(data, right, { slope: () => 1 }).dW0 }),
    },
    {
      id: "act-deriv-at-input",
      say: "dW0 has 1 - x1² for the slope of tanh: that formula wants the value of tanh, x2",
      answers: (data, right) => ({ dW0: gradients(data, right, { slope: (z) => 1 - z * z }).dW0 }),
    },
    {
      id: "act-deriv-at-output",
      say: "dW0 asks the slope of tanh at x2, its output; the slope belongs to its input, x1",
      answers: (data, right) => ({
        dW0: gradients(data, right, { slope: (_z, h) => 1 - Math.tanh(h) ** 2 }).dW0,
      }),
    },
    {
      id: "skipped-layer",
      say: "dW0 lacks the weights of W1: on the way from x3 to x2 the gradient passes through them",
      answers: (data, right) => ({ dW0: gradients(data, right, { weights: [1, 1] }).dW0 }),
    },
    {
      id: "transposed",
      say: "dW0 is transposed, as a slide prints it: row i belongs to hidden unit i, as in W0 itself",
      answers: (_data, right) => ({ dW0: turned(rightOnes(right).dW0) }),
    },
    {
      id: "transposed",
      say: "dW1 stands upright, as a slide prints it; a gradient has the shape of its parameter, here (1, 2)",
      answers: (_data, right) => ({ dW1: turned(rightOnes(right).dW1) }),
    },
    {
      id: "wrong-cache",
      say: "dW1 is multiplied by x1; W1 received x2, the values after tanh",
      answers: ({ y }, right) => ({
        dW1: outer([(right.value("x3") as number) - y], right.value("x1") as Vec),
      }),
    },
    {
      id: "missing-input",
      say: "dW0 has no factor x: W0[i][j] multiplied entry j of x, so that is its local slope",
      answers: (_data, right) => ({ dW0: (right.gradient("x1") as Vec).map((g) => [g, g]) }),
    },
    {
      id: "transposed-update",
      say: "W0New subtracts the transpose of dW0, as a slide prints it: entry [i][j] of the step belongs to W0[i][j]",
      answers: ({ W0, lr }, right) => ({ W0New: step(W0, turned(rightOnes(right).dW0), lr) }),
    },
    {
      id: "uphill",
      say: "W0New and W1New step uphill: descent subtracts lr times the gradient",
      answers: ({ W0, W1, lr }, right) => ({
        W0New: step(W0, rightOnes(right).dW0, -lr),
        W1New: step(W1, rightOnes(right).dW1, -lr),
      }),
    },
    {
      id: "not-updated",
      say: "W0New is W0 itself: both layers take a step, not the last one only",
      answers: ({ W0 }) => ({ W0New: W0 }),
    },
    {
      id: "not-updated",
      say: "W1New is W1 itself: both layers take a step, not the first one only",
      answers: ({ W1 }) => ({ W1New: W1 }),
    },
    {
      id: "missing-factor",
      say: "W0New and W1New subtract the whole gradient: the learning rate lr says how much of it",
      answers: ({ W0, W1 }, right) => ({
        W0New: step(W0, rightOnes(right).dW0, 1),
        W1New: step(W1, rightOnes(right).dW1, 1),
      }),
    },
    {
      id: "extra-activation",
      say: "x3 went through tanh as well: the last layer is linear",
      answers: (_data, right) => ({ x3: Math.tanh(right.value("x3") as number) }),
    },
    {
      id: "wrong-loss",
      say: "loss is the whole square; this exercise takes half of it",
      answers: (_data, right) => ({ loss: 2 * (right.value("loss") as number) }),
    },
  ],
  hints: [
    "The gradient at x3 needs no chain: what is the slope of ½ (x3 - y)² by x3? From there go back one stage at a time.",
    "Through W1 multiply by its entries, through tanh by 1 - x2². Each weight matrix: what arrives behind it, times what it received.",
    "dx3 = x3 - y; dx1[i] = dx3·W1[0][i]·(1 - x2[i]²); dW1 = [dx3·x2], dW0[i][j] = dx1[i]·x[j]; then W - lr·dW.",
  ],
});
