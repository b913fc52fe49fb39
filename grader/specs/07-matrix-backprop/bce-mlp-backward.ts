/** @file 7.3 A classifier with one hidden layer, backwards. */
import type { ActName, Mat, Mlp2, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly p: Mlp2; readonly x: number[]; readonly y: number; readonly act: ActName };
const { act } = makeKit();
const outer = (g: Vec, v: Vec): Mat => g.map((gi) => v.map((vj) => gi * vj));
const turned = (M: Mat): Mat => M[0]!.map((_, j) => M.map((row) => row[j]!));

/** All gradients with some of the factors replaced: what a slip in them would answer. */
function gradients(
  { p, x, y, act: name }: Data,
  right: Truth,
  slip: {
    start?: (yhat: number) => number;
    slope?: (z: number, a: number) => number;
    weight?: (w: number) => number;
  },
) {
  const [z1, a1, yhat] = [right.value("z1") as Vec, right.value("a1") as Vec, right.value("yhat") as number];
  const { start = (out) => out - y, slope = (z) => act(name).df(z), weight = (w) => w } = slip;
  const dz2 = start(yhat);
  const db1 = p.W2[0]!.map((w, k) => weight(w) * dz2 * slope(z1[k]!, a1[k]!));
  return { dW1: outer(db1, x), db1, dW2: [a1.map((a) => dz2 * a)], db2: dz2 };
}
/** The first layer alone, in which such a slip shows. */
const firstLayer = (data: Data, right: Truth, slip: Parameters<typeof gradients>[2]) => {
  const { dW1, db1 } = gradients(data, right, slip);
  return { dW1, db1 };
};
const startingAt = (data: Data, right: Truth, start: (yhat: number, y: number) => number) =>
  gradients(data, right, { start: (yhat) => start(yhat, data.y) });

export default exercise<typeof import("../../../exercises/07-matrix-backprop/bce-mlp-backward.ts")>()({
  title: "7.3 A classifier backwards",
  points: 2,
  source: "F03, F07, F08, F09",
  exports: ["bceMlpBackward"],
  input: (d): Data => {
    const [k = 3, features = 2] = d.sizes(2);
    const away = (w: number) => w + 0.3 * Math.sign(w); // from 0: nothing dies of a small weight
    return {
      p: { W1: d.mat(k, features), b1: d.vec(k), W2: [d.vec(k).map(away)], b2: d.real() },
      x: d.vec(features, -2, 2),
      y: d.pick([0, 1]),
      act: d.pick(["tanh", "sigmoid", "sin"]),
    };
  },
  cases: (): Record<string, Data> => ({
    "relu, and a target of 0": {
      p: {
        W1: [
          [0.5, -1, 0.75],
          [-0.25, 1.5, 1],
          [1, 0.5, -0.5],
          [-1, -0.5, 0.25],
        ],
        b1: [0.1, -0.2, 0.3, -0.4],
        W2: [[1, -0.5, 0.75, 2]],
        b2: -0.25,
      },
      ...{ x: [0.8, -0.6, 1.5], y: 0, act: "relu" },
    },
    "tanh, and a target of 1": {
      p: {
        W1: [
          [0.5, -1],
          [-0.25, 1.5],
          [1, 0.5],
        ],
        b1: [0.1, -0.2, 0.3],
        W2: [[1, -0.5, 0.75]],
        b2: 0.5,
      },
      ...{ x: [0.8, -0.6], y: 1, act: "tanh" },
    },
  }),
  worked: [
    ["tanh", "relu", "sigmoid"].flatMap((g) => [`inf721-mlp-${g}-y1`, `inf721-mlp-${g}-y0`]),
    (given, expected) => ({
      input: {
        p: { W1: given.mat("W1"), b1: given.vec("b1"), W2: given.mat("W2"), b2: given.num("b2") },
        x: given.vec("x"),
        y: given.num("y"),
        act: given.text("g") as ActName,
      },
      answer: {
        yhat: expected.num("yhat"),
        loss: expected.num("L"),
        dW1: expected.mat("dL_dW1"),
        db1: expected.vec("dL_db1"),
        dW2: expected.mat("dL_dW2"),
        db2: expected.num("dL_db2"),
      },
    }),
  ],
  model: ({ p, x, y, act }, { of }) => {
    const [W1, b1, W2, b2] = [of(p.W1), of(p.b1), of(p.W2), of(p.b2)];
    const z1 = W1.matmul(of(x)).add(b1);
    const a1 = z1.act(act);
    const z2 = W2.matmul(a1).at(0).add(b2);
    return { W1, b1, W2, b2, z1, a1, z2, yhat: z2.sigmoid(), loss: z2.softplus().sub(z2.mul(y)) };
  },
  call: (s, { p, x, y, act }, kit) => s.bceMlpBackward(p, x, y, kit.act(act)),
  parts: ({ value, gradient }) => ({
    yhat: value("yhat"),
    loss: value("loss"),
    db2: gradient("b2"),
    dW2: gradient("W2"),
    db1: gradient("b1"),
    dW1: gradient("W1"),
  }),
  slips: [
    {
      id: "bce-bracket",
      say: "the minus of the loss reaches only its first term, as in a slide's misprint: for y = 0 the loss comes out negative",
      answers: ({ y }, right) => {
        const yhat = right.value("yhat") as number;
        return { loss: y ? -Math.log(yhat) : Math.log(1 - yhat) };
      },
    },
    {
      id: "bce-bracket",
      say: "the gradients belong to a loss whose minus reaches only its first term; put a bracket behind the minus",
      answers: (data, right) => startingAt(data, right, (p, y) => -y * (1 - p) - (1 - y) * p),
    },
    {
      id: "printed-order",
      say: "dW1 reads a slide's misprint literally: xᵀ times g' is one number. A column for the units, times the row x, is meant",
      answers: ({ p, x, act: name }, right) => {
        const z1 = right.value("z1") as Vec;
        const scalar = x.reduce((sum, xj, j) => sum + xj * act(name).df(z1[j] as number), 0);
        const dz2 = right.gradient("b2") as number;
        return { dW1: p.W2[0]!.map((w) => scalar * w * dz2) };
      },
    },
    {
      id: "printed-order",
      say: "dW1 has rows and columns exchanged, the order in which a slide prints its factors; it is shaped like W1",
      answers: (_data, right) => ({ dW1: turned(right.gradient("W1") as Mat) }),
    },
    {
      id: "printed-order",
      say: "dW2 stands upright, as a slide prints it; it is shaped like W2, a single row",
      answers: (_data, right) => ({ dW2: turned(right.gradient("W2") as Mat) }),
    },
    {
      id: "wrong-shape",
      say: "dW2 is a plain list; it is shaped like W2, a matrix with a single row",
      answers: (_data, right) => ({ dW2: (right.gradient("W2") as Mat)[0] }),
    },
    {
      id: "act-deriv-at-output",
      say: "dW1 and db1 ask g.df at a1, the output of the activation; the slope belongs to its input, z1",
      answers: (data, right) => firstLayer(data, right, { slope: (_z, a) => act(data.act).df(a) }),
    },
    {
      id: "missing-act-deriv",
      say: "dW1 and db1 pass the activation as if it were not there: between a1 and z1 lies the factor g.df(z1)",
      answers: (data, right) => firstLayer(data, right, { slope: () => 1 }),
    },
    {
      id: "wrong-act-deriv",
      say: "dW1 and db1 have the activation g.f where its slope g.df belongs",
      answers: (data, right) => firstLayer(data, right, { slope: (_z, a) => a }),
    },
    {
      id: "skipped-layer",
      say: "dW1 and db1 lack W2: on the way from z2 to a hidden unit the gradient passes through that unit's weight",
      answers: (data, right) => firstLayer(data, right, { weight: () => 1 }),
    },
    {
      id: "extra-act-deriv",
      say: "the slope of the sigmoid is in there twice: yhat - y already contains it",
      answers: (data, right) => startingAt(data, right, (p, y) => (p - y) * p * (1 - p)),
    },
    {
      id: "skipped-layer",
      say: "the sweep starts with the slope of the loss by yhat and forgets the sigmoid between yhat and z2",
      answers: (data, right) => startingAt(data, right, (p, y) => -y / p + (1 - y) / (1 - p)),
    },
    {
      id: "sign",
      say: "every gradient has the opposite sign: at y = 1 the loss falls when z2 grows, so its slope there is negative",
      answers: (data, right) => startingAt(data, right, (p, y) => y - p),
    },
    {
      id: "factor-2",
      say: "every gradient is twice what it should be: a factor 2 belongs to squares, and this loss has none",
      answers: (data, right) => startingAt(data, right, (p, y) => 2 * (p - y)),
    },
    {
      id: "wrong-cache",
      say: "dW2 is multiplied by z1; W2 received a1, the values after the activation",
      answers: (_data, right) => ({
        dW2: [(right.value("z1") as Vec).map((z) => z * (right.gradient("b2") as number))],
      }),
    },
    {
      id: "missing-input",
      say: "dW1 has no factor x: W1[k][j] multiplied entry j of x, so that is its local slope",
      answers: ({ x }, right) => ({
        dW1: outer(
          right.gradient("b1") as Vec,
          x.map(() => 1),
        ),
      }),
    },
  ],
  hints: [
    "Lesson 2, logistic regression: what is left for the slope of the loss by z2, once sigmoid and cross-entropy have met?",
    "Send yhat - y back through W2 to the hidden units, then through g, whose slope is asked at z1.",
    "dz2 = yhat - y; dz1[k] = W2[0][k]·dz2·g.df(z1[k]); dW1[k][j] = dz1[k]·x[j], db1 = dz1, dW2 = [dz2·a1], db2 = dz2.",
  ],
});
