/** @file 3.5 The gradient of a network with one hidden layer. */
import type { ActName, Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = {
  readonly W: number[][];
  readonly beta: number[];
  readonly X: number[][];
  readonly y: number[];
  readonly act: ActName;
};
const { act } = makeKit();

/** Both gradients, with some of the factors replaced: what a slip in them would answer. */
function gradients(
  { W, beta, X, y, act: name }: Data,
  right: Truth,
  slip: {
    upstream?: (r: number, n: number) => number;
    slope?: (z: number, h: number) => number;
    byBeta?: (z: number, h: number) => number;
    weight?: (b: number) => number;
    input?: (x: number) => number;
  },
): { dBeta: Vec; dW: Mat } {
  const [Z, H, f] = [right.value("z") as Mat, right.value("h") as Mat, right.value("f") as Vec];
  const { upstream = (r, n) => (2 * r) / n, slope = act(name).df, byBeta = (_z, h) => h } = slip;
  const { weight = (b) => b, input = (x) => x } = slip;
  const u = X.map((_, i) => upstream(f[i]! - y[i]!, X.length));
  const sum = (term: (i: number) => number) => X.reduce((total, _, i) => total + term(i), 0);
  return {
    dBeta: beta.map((_, k) => sum((i) => u[i]! * byBeta(Z[i]![k]!, H[i]![k]!))),
    dW: W.map((row, k) =>
      row.map((_, j) =>
        sum((i) => u[i]! * weight(beta[k]!) * slope(Z[i]![k]!, H[i]![k]!) * input(X[i]![j]!)),
      ),
    ),
  };
}
const turned = (M: Mat): Mat => M[0]!.map((_, j) => M.map((row) => row[j]!));
const onlyW = (data: Data, right: Truth, slip: Parameters<typeof gradients>[2]) => ({
  dW: gradients(data, right, slip).dW,
});

export default exercise<typeof import("../../../exercises/03-jacobians/hidden-layer-grad.ts")>()({
  title: "3.5 The gradient of a network with one hidden layer",
  points: 2,
  source: "P03, P09, P11",
  exports: ["hiddenLayerGrad"],
  input: (d): Data => {
    const [k, features] = d.pick([
      [3, 2],
      [4, 2],
      [2, 3],
      [4, 3],
    ] as const);
    const n = d.pick([5, 6]); // unlike k and the number of features
    return {
      W: d.mat(k, features),
      beta: d.vec(k).map((b) => b + 0.3 * Math.sign(b)), // away from 0: nothing dies of a small weight
      X: d.mat(n, features, -2, 2),
      y: d.vec(n),
      act: d.pick(["tanh", "sigmoid", "sin", "relu"]),
    };
  },
  cases: (): Record<string, Data> => ({
    "a single example": {
      W: [
        [0.5, -1, 0.25],
        [1, 0.5, -0.75],
      ],
      beta: [1.5, -0.5],
      X: [[1, -0.5, 2]],
      y: [0.25],
      act: "tanh",
    },
    "every prediction is right": {
      W: [
        [1, 2],
        [-0.5, 0.25],
        [0.75, -1],
      ],
      beta: [0, 0, 0],
      X: [
        [1, 0.5],
        [-1, 2],
        [0.5, 0.5],
        [2, 1],
      ],
      y: [0, 0, 0, 0],
      act: "sigmoid",
    },
  }),
  worked: [
    ["cis7000-hidden-layer-mse-sigmoid", "cis7000-hidden-layer-mse-relu"],
    (given, expected) => ({
      input: {
        W: given.mat("W"),
        beta: given.vec("beta"),
        X: given.mat("X"),
        y: given.vec("y"),
        act: given.text("g") as ActName,
      },
      answer: {
        mse: expected.num("mse"),
        dBeta: expected.vec("grad_beta"),
        dW: expected.mat("grad_W"),
      },
    }),
  ],
  model: (data, { of }) => {
    const [W, beta] = [of(data.W), of(data.beta)];
    const z = of(data.X).matmul(W.transpose()); // row i: Wx of example i
    const h = z.act(data.act);
    const f = h.matmul(beta);
    return { W, beta, z, h, f, loss: f.sub(of(data.y)).square().mean() };
  },
  call: (s, { W, beta, X, y, act }, kit) => s.hiddenLayerGrad(W, beta, X, y, kit.act(act)),
  parts: ({ value, gradient }) => ({
    mse: value("loss"),
    dBeta: gradient("beta"),
    dW: gradient("W"),
  }),
  slips: [
    {
      id: "row-for-gradient",
      say: "dW is one long row, the derivative by vec(W); a gradient has the shape of its parameter, here that of W",
      answers: (_data, right) => ({ dW: (right.gradient("W") as Mat).flat() }),
    },
    {
      id: "row-for-gradient",
      say: "dW is a matrix of one long row, the derivative by vec(W); a gradient has the shape of its parameter, here that of W",
      answers: (_data, right) => ({ dW: [(right.gradient("W") as Mat).flat()] }),
    },
    {
      id: "row-for-gradient",
      say: "dBeta is a matrix of one row, as a derivative is; a gradient has the shape of its parameter, here a list like beta",
      answers: (_data, right) => ({ dBeta: [right.gradient("beta")] }),
    },
    {
      id: "transposed",
      say: "dW has rows and columns exchanged: row k of W belongs to hidden unit k, and so does row k of its gradient",
      answers: (_data, right) => ({ dW: turned(right.gradient("W") as Mat) }),
    },
    {
      id: "wrong-act-deriv",
      say: "dW has the activation g.f where its slope g.df belongs: asked is how fast h moves with z",
      answers: (data, right) => onlyW(data, right, { slope: (_z, h) => h }),
    },
    {
      id: "act-deriv-at-output",
      say: "dW asks g.df at h, the output of the activation; the slope belongs to its input, z",
      answers: (data, right) => onlyW(data, right, { slope: (_z, h) => act(data.act).df(h) }),
    },
    {
      id: "missing-act-deriv",
      say: "dW passes the activation as if it were not there: between z and h lies the factor g.df(z)",
      answers: (data, right) => onlyW(data, right, { slope: () => 1 }),
    },
    {
      id: "missing-factor",
      say: "dW has no factor beta: between h[k] and f lies the weight beta[k]",
      answers: (data, right) => onlyW(data, right, { weight: () => 1 }),
    },
    {
      id: "missing-input",
      say: "dW has no factor x: W[k][j] multiplied entry j of the example, so that is its local slope",
      answers: (data, right) => onlyW(data, right, { input: () => 1 }),
    },
    {
      id: "wrong-cache",
      say: "dBeta is multiplied by z; beta[k] multiplied h[k], the value after the activation",
      answers: (data, right) => ({ dBeta: gradients(data, right, { byBeta: (z) => z }).dBeta }),
    },
    {
      id: "missing-loss-deriv",
      say: "dBeta and dW are the derivatives of f itself, added up; the loss multiplies each example's by 2(f - y)/n",
      answers: (data, right) => gradients(data, right, { upstream: () => 1 }),
    },
    {
      id: "sum-vs-mean",
      say: "dBeta and dW lack the 2/n of a mean of squares",
      answers: (data, right) => gradients(data, right, { upstream: (r) => r }),
    },
    {
      id: "sum-vs-mean",
      say: "dBeta and dW are sums over the examples; mse is their mean, so divide by n",
      answers: (data, right) => gradients(data, right, { upstream: (r) => 2 * r }),
    },
    {
      id: "factor-2",
      say: "dBeta and dW are half of what they should be: this loss has no 1/2, so the square brings down a 2",
      answers: (data, right) => gradients(data, right, { upstream: (r, n) => r / n }),
    },
    {
      id: "sign",
      say: "dBeta and dW have the opposite sign: the residual is f - y, and grows when f does",
      answers: (data, right) => gradients(data, right, { upstream: (r, n) => (-2 * r) / n }),
    },
    {
      id: "wrong-loss",
      say: "mse is half of the mean of squares; the loss of this exercise has no 1/2",
      answers: (_data, right) => ({ mse: (right.value("loss") as number) / 2 }),
    },
    {
      id: "sum-vs-mean",
      say: "mse is the sum over the examples; asked is their mean",
      answers: ({ X }, right) => ({ mse: (right.value("loss") as number) * X.length }),
    },
  ],
  hints: [
    "For one example: how does its (f - y)² move with f? And how does f move with one entry of beta, with one of W?",
    "Every example contributes 2(f - y)/n times its own derivative of f. That by beta is h; that by W[k][j] has three factors.",
    "With u = 2(f - y)/n: dBeta[k] adds u·h[k], and dW[k][j] adds u·beta[k]·g.df(z[k])·x[j].",
  ],
});
