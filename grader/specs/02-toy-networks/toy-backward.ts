/** @file 2.4 The toy network backwards. */
import type { ToyGrads } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import { acts, TOY_NETWORKS, type ToyInput, toyInput, toyNetwork } from "../../model/toy-network.ts";
import type { Truth } from "../../model/truth.ts";

const { act } = makeKit();

/** The backward pass with some of its factors replaced: what a slip in them would answer. */
function backward(
  { omega, y, acts }: ToyInput,
  right: Truth,
  slip: { start?: (f3: number) => number; slope?: (k: number, f: number[], h: number[]) => number },
): ToyGrads {
  const [f, h] = [right.value("f") as number[], right.value("h") as number[]];
  const { start = (f3) => 2 * (f3 - y), slope = (k) => act(acts[k]!).df(f[k]!) } = slip;
  const dF = [0, 0, 0, start(f[3]!)];
  const dH = [0, 0, 0, 0];
  for (let k = 3; k >= 0; k--) {
    dH[k] = omega[k]! * dF[k]!;
    if (k > 0) dF[k - 1] = slope(k - 1, f, h) * dH[k]!;
  }
  return { dF, dH, dBeta: dF, dOmega: dF.map((d, k) => h[k]! * d), dX: dH[0]! };
}
const timesDF = (right: Truth, factors: readonly number[]) => ({
  dOmega: (right.gradient("f") as number[]).map((d, k) => d * factors[k]!),
});

export default exercise<typeof import("../../../exercises/02-toy-networks/toy-backward.ts")>()({
  title: "2.4 The toy network backwards",
  points: 3,
  source: "D12, D13",
  exports: ["toyBackward"],
  input: (d): ToyInput => ({
    beta: d.vec(4),
    omega: d.vec(4).map((w) => w + 0.3 * Math.sign(w)), // away from 0: no gradient dies of a small weight
    x: d.real(0.3, 1.3),
    y: d.real(),
    acts: acts(d.pick(["sin-exp-cos", "exp-tanh-sin", "sigmoid-cos-exp", "tanh-relu-sigmoid"])),
  }),
  cases: () => ({
    "a pre-activation of exactly 0": {
      beta: [-0.5, 0.4, 0.3, 0.2],
      omega: [1, 0.7, -0.4, 0.9],
      x: 0.5,
      y: 0.25,
      acts: acts("relu-tanh-sin"),
    },
  }),
  worked: [
    TOY_NETWORKS,
    (given, expected) => ({
      input: toyInput(given),
      answer: {
        dF: expected.vec("dl_df"),
        dH: [expected.num("dl_dx"), ...expected.vec("dl_dh1_h2_h3")],
        dBeta: expected.vec("dl_dbeta"),
        dOmega: expected.vec("dl_domega"),
        dX: expected.num("dl_dx"),
      },
    }),
  ],
  model: toyNetwork,
  gives: ({ f, h, loss }) => ({ f, h, loss }),
  call: (s, { beta, omega, x, y, f, h, loss, acts }, kit) =>
    s.toyBackward({ beta, omega }, { x, y, f, h, loss }, [
      kit.act(acts[0]).df,
      kit.act(acts[1]).df,
      kit.act(acts[2]).df,
    ]),
  parts: ({ gradient }) => ({
    dF: gradient("f"),
    dH: gradient("h"),
    dBeta: gradient("beta"),
    dOmega: gradient("omega"),
    dX: gradient("x"),
  }),
  slips: [
    {
      id: "act-deriv-at-output",
      say: "the slope a' is asked at h[k], the output of the activation; it belongs to the input, f[k-1]",
      answers: (p, right) => backward(p, right, { slope: (k, _f, h) => act(p.acts[k]!).df(h[k + 1]!) }),
    },
    {
      id: "missing-act-deriv",
      say: "the gradient passes the activations unchanged: each of them multiplies it by its slope a'(f[k-1])",
      answers: (p, right) => backward(p, right, { slope: () => 1 }),
    },
    {
      id: "sign",
      say: "every gradient has the opposite sign: the loss is (f[3] - y)², so its slope by f[3] starts from f[3] - y",
      answers: (p, right) => backward(p, right, { start: (f3) => 2 * (p.y - f3) }),
    },
    {
      id: "factor-2",
      say: "every gradient is half of what it should be: the square of the loss brings down a factor 2",
      answers: (p, right) => backward(p, right, { start: (f3) => f3 - p.y }),
    },
    {
      id: "missing-loss-deriv",
      say: "these are the gradients of the prediction f[3]; the loss is one step further, and its slope starts the sweep",
      answers: (p, right) => backward(p, right, { start: () => 1 }),
    },
    {
      id: "wrong-cache",
      say: "dOmega[k] is multiplied by f[k]; the weight omega[k] multiplied h[k], so h[k] is its local slope",
      answers: (_p, right) => timesDF(right, right.value("f") as number[]),
    },
    {
      id: "missing-input",
      say: "dOmega[0] has no factor x: the first weight multiplies the input, which is h[0]",
      answers: (_p, right) => timesDF(right, [1, ...(right.value("h") as number[]).slice(1)]),
    },
    {
      id: "missing-factor",
      say: "dX is the gradient at f[0]; between f[0] and x lies one more weight, omega[0]",
      answers: (_p, right) => ({ dX: (right.gradient("f") as number[])[0] }),
    },
  ],
  hints: [
    "Which quantity does the loss look at directly? Its gradient needs no chain at all: begin there.",
    "Go left and alternate: from f[k] to h[k] multiply by omega[k]; from h[k] to f[k-1] by the slope of the activation at f[k-1].",
    "dH[k] = omega[k]·dF[k], dF[k-1] = dacts[k-1](f[k-1])·dH[k]; then dBeta[k] = dF[k] and dOmega[k] = h[k]·dF[k].",
  ],
});
