/** @file Slips of 7.4: its gradients with a step replaced. */
import type { Mat, Vec } from "../../../src/types.ts";
import type { Slip } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

export type Net = {
  readonly Omega: number[][][];
  readonly beta: number[][];
  readonly x: number[];
  readonly y: number[];
};
interface Answer {
  readonly loss: number;
  readonly dOmega: Mat[];
  readonly dBeta: Mat;
  readonly dX: Vec;
  readonly "dX where an f is 0": Vec;
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

const atZero = (dX: Vec) => ({
  id: "relu-at-zero",
  say: "where an f is exactly 0 something passes through the relu: its slope there is 0",
  answers: () => ({ "dX where an f is 0": dX }),
});

export const slips: readonly Slip<Net, Answer>[] = [
  atZero([-2, 7]),
  atZero([-0.5, 5.5]),
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
      loss: (right.value("f") as Vec[]).at(-1)!.reduce((sum, z, i) => sum + (Math.max(z, 0) - y[i]!) ** 2, 0),
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
];
