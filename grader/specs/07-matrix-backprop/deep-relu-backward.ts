/** @file 7.4 A relu network of any depth, backwards. */
import type { Mat, Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Node } from "../../model/node.ts";
import type { Truth } from "../../model/truth.ts";

type Net = {
  readonly Omega: number[][][];
  readonly beta: number[][];
  readonly x: number[];
  readonly y: number[];
};
/** A forward pass, a backward pass, and a copy or two besides. */
const MOST_READS = 6;

function net(d: Draw, widths: readonly number[]): Net {
  const layers = widths.slice(1).map((width, k) => [width, widths[k]!] as const);
  return {
    Omega: layers.map(([rows, columns]) => d.mat(rows, columns)),
    beta: layers.map(([rows]) => d.vec(rows, 0, 0.6)), // mostly above 0, so that units stay alive
    x: d.vec(widths[0]!),
    y: d.vec(widths.at(-1)!),
  };
}

/** The gradients with some of the steps replaced: what a slip in them would answer. */
function backward(
  { Omega, x, y }: Net,
  right: Truth,
  slip: {
    start?: (r: number) => number;
    /** What passes from h[k] to f[k-1]. */
    mask?: (d: number, k: number, j: number, f: Vec[]) => number;
    /** What Omega[k] is said to have received. */
    received?: (k: number, f: Vec[], h: Vec[]) => Vec;
    input?: (d: number, j: number) => number;
  },
) {
  const [f, h] = [right.value("f") as Vec[], right.value("h") as Vec[]];
  const { start = (r) => 2 * r, mask = (d, k, j) => (f[k - 1]![j]! > 0 ? d : 0), input = (d) => d } = slip;
  const { received = (k) => h[k]! } = slip;
  const last = Omega.length - 1;
  const [dOmega, dBeta]: [Mat[], Vec[]] = [[], []];
  let df = f[last]!.map((z, i) => start(z - y[i]!));
  let dX = x;
  for (let k = last; k >= 0; k--) {
    dBeta[k] = df;
    dOmega[k] = df.map((d) => received(k, f, h).map((hj) => d * hj));
    const dh = h[k]!.map((_, j) => df.reduce((sum, d, i) => sum + d * Omega[k]![i]![j]!, 0));
    if (k === 0) dX = dh.map(input);
    else df = dh.map((d, j) => mask(d, k, j, f));
  }
  return { dOmega, dBeta, dX };
}
const turned = (M: Mat): Mat => M[0]!.map((_, j) => M.map((row) => row[j]!));

export default exercise<typeof import("../../../exercises/07-matrix-backprop/deep-relu-backward.ts")>()({
  title: "7.4 A relu network of any depth",
  points: 4,
  source: "P14, C07, C22, D04, D16, D18, M10",
  exports: ["deepReluBackward"],
  input: (d) =>
    net(
      d,
      d.pick([
        [2, 4, 3],
        [3, 5, 2],
        [2, 3, 4, 2],
        [3, 4, 2, 3, 2],
        [2, 3, 4, 3, 2, 3],
      ]),
    ),
  cases: (d): Record<string, Net> => ({
    "a single layer": net(d, [3, 2]),
    "six layers": net(d, [2, 3, 2, 4, 3, 2, 2]),
    "two layers, with units of both signs": {
      Omega: [
        [
          [1, -0.5],
          [-1, 0.75],
          [0.5, 1],
        ],
        [[1, -2, 0.5]],
      ],
      beta: [[0.1, -0.2, 0.3], [0.4]],
      ...{ x: [0.8, -0.4], y: [0.25] },
    },
    "a pre-activation of exactly 0": {
      Omega: [
        [
          [1, -2],
          [0.5, 1],
          [2, 0.5],
        ],
        [
          [1.5, -1, 0.5],
          [0.25, 2, -1],
        ],
      ],
      beta: [
        [0, 0.25, -0.5],
        [0.1, -0.3],
      ],
      ...{ x: [1, 0.5], y: [0.5, -0.25] },
    },
  }),
  worked: [
    ["ds542-deep-relu-matrix", "mit-mlp-relu"],
    (given, expected) =>
      given.has("Omega")
        ? {
            input: {
              Omega: given.mats("Omega"),
              beta: given.mat("beta"),
              x: given.vec("x"),
              y: given.vec("y"),
            },
            answer: {
              loss: expected.num("loss"),
              dOmega: expected.mats("dl_dOmega"),
              dBeta: expected.mat("dl_dbeta"),
              dX: expected.vec("dl_dx"),
            },
          }
        : {
            // No biases on this slide.
            input: {
              Omega: [given.mat("W1"), given.mat("W2")],
              beta: [given.mat("W1").map(() => 0), given.mat("W2").map(() => 0)],
              ...{ x: given.vec("x"), y: given.vec("y") },
            },
            answer: {
              loss: expected.num("J"),
              dOmega: [expected.mat("gradW1_paramShape"), expected.mat("gradW2_paramShape")],
              dBeta: [expected.vec("g3"), expected.vec("g1")],
              dX: expected.vec("g4_dJ_dx"),
            },
          },
  ],
  model: (data, { of }) => {
    const [Omega, beta, x] = [data.Omega.map((W) => of(W)), data.beta.map((b) => of(b)), of(data.x)];
    const h = [x];
    const f: Node<Vec>[] = [];
    for (const [k, W] of Omega.entries()) {
      f.push(W.matmul(h[k]!).add(beta[k]!));
      if (k + 1 < Omega.length) h.push(f[k]!.relu());
    }
    return { Omega, beta, x, f, h, loss: f.at(-1)!.sub(of(data.y)).square().sum() };
  },
  call: (s, { Omega, beta, x, y }, kit) => {
    const watched: ReturnType<typeof kit.watch>[] = [];
    const matrices: number[][][] = [];
    for (let k = 0; k < Omega.length; k++) {
      watched[k] = kit.watch(Omega[k]!);
      matrices[k] = watched[k]!.matrix;
    }
    const answer = s.deepReluBackward(matrices, beta, x, y);
    const reads: number[][][] = [];
    for (let k = 0; k < watched.length; k++) reads[k] = watched[k]!.reads();
    return { ...answer, reads };
  },
  parts: ({ value, gradient, holds }) => ({
    loss: value("loss"),
    // The gradient by beta[k] is that by f[k]: what comes before it is then judged by the student's own.
    dBeta: gradient("f", "loss", { share: 3 }),
    dOmega: gradient("Omega", "loss", { share: 4 }),
    dX: gradient("x"),
    "each weight is read a few times only": holds(
      record({ reads: list(list(list(number))) }),
      ({ reads }) => {
        const most = Math.max(...reads.flat(2));
        return (
          (most > 0 && most <= MOST_READS) ||
          (most === 0
            ? "no weight is read at all"
            : `some weight is read ${most} times: one sweep forwards that keeps f and h, and one back, need 2`)
        );
      },
      { share: 2 },
    ),
  }),
  slips: [
    {
      id: "relu-mask-wrong",
      say: "the mask is taken from f[k], the layer's own result; from h[k] to f[k-1] it is f[k-1] that decides",
      answers: (data, right) =>
        backward(data, right, { mask: (d, k, j, f) => ((f[k]![j] as number) > 0 ? d : 0) }),
    },
    {
      id: "relu-mask-wrong",
      say: "the mask looks at the gradient; relu lets through where its own input f[k-1] was positive, whatever arrives",
      answers: (data, right) => backward(data, right, { mask: (d) => Math.max(d, 0) }),
    },
    {
      id: "missing-act-deriv",
      say: "nothing is masked: where f[k-1] is negative, relu outputs 0 whatever is nudged, so no gradient passes",
      answers: (data, right) => backward(data, right, { mask: (d) => d }),
    },
    {
      id: "extra-act-deriv",
      say: "dX is masked as well: x is the input itself, and no relu lies between it and the first layer",
      answers: (data, right) => {
        const { dX } = backward(data, right, { input: (d, j) => (data.x[j]! > 0 ? d : 0) });
        return { dX };
      },
    },
    {
      id: "extra-activation",
      say: "relu is applied to the last layer too; the last f is the prediction itself",
      answers: ({ y }, right) => ({
        loss: (right.value("f") as Vec[])
          .at(-1)!
          .reduce((sum, z, i) => sum + (Math.max(z, 0) - y[i]!) ** 2, 0),
      }),
    },
    {
      id: "sign",
      say: "every gradient has the opposite sign: the loss is (f - y)², so its slope by f starts from f - y",
      answers: (data, right) => backward(data, right, { start: (r) => -2 * r }),
    },
    {
      id: "factor-2",
      say: "every gradient is half of what it should be: this loss has no ½, so the square brings down a 2",
      answers: (data, right) => backward(data, right, { start: (r) => r }),
    },
    {
      id: "missing-loss-deriv",
      say: "these are the gradients of the sum of the predictions; the loss is one step further, and its slope starts the sweep",
      answers: (data, right) => backward(data, right, { start: () => 1 }),
    },
    {
      id: "wrong-cache",
      say: "dOmega[k] is multiplied by f[k-1]; Omega[k] received h[k], the values after relu",
      answers: (data, right) => {
        const { dOmega } = backward(data, right, { received: (k, f) => f[k - 1] ?? data.x });
        return { dOmega };
      },
    },
    {
      id: "missing-input",
      say: "dOmega[0] has no factor x: h[0] is the input x, and Omega[0] received it",
      answers: (data, right) => {
        const { dOmega } = backward(data, right, { received: (k, _f, h) => h[k]!.map((hj) => (k ? hj : 1)) });
        return { dOmega };
      },
    },
    {
      id: "transposed",
      say: "each dOmega[k] has rows and columns exchanged: row i belongs to output i of the layer, as in Omega[k]",
      answers: (_data, right) => ({ dOmega: (right.gradient("Omega") as Mat[]).map(turned) }),
    },
    {
      id: "missing-factor",
      say: "dX is the gradient at the first pre-activation; between it and x lies Omega[0]",
      answers: (_data, right) => ({ dX: (right.gradient("f") as Vec[])[0] }),
    },
    {
      id: "wrong-index",
      say: "dBeta and dOmega begin with the last layer: entry 0 belongs to the layer that receives x",
      answers: (_data, right) => ({
        dBeta: (right.gradient("f") as Vec[]).toReversed(),
        dOmega: (right.gradient("Omega") as Mat[]).toReversed(),
      }),
    },
    {
      id: "wrong-loss",
      say: "loss is half of the sum of squares; this loss has no ½",
      answers: (_data, right) => ({ loss: (right.value("loss") as number) / 2 }),
    },
    {
      id: "sum-vs-mean",
      say: "loss is the mean over the outputs; asked is their sum",
      answers: ({ y }, right) => ({ loss: (right.value("loss") as number) / y.length }),
    },
  ],
  hints: [
    "It is the toy network of lesson 2 with arrays. Which two lists must the forward sweep keep for the way back?",
    "From f[k] to h[k]: multiply by the columns of Omega[k]. From h[k] to f[k-1]: let through where f[k-1] > 0.",
    "df at the end is 2(f - y). For k from the last: dBeta[k] = df, dOmega[k][i][j] = df[i]·h[k][j], dh[j] = Σ_i df[i]·Omega[k][i][j], mask.",
  ],
});
