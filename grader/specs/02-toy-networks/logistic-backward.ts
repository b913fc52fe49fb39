/** @file 2.5 Logistic regression: mean binary cross-entropy and its gradient. */
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = {
  readonly w: number[];
  readonly b: number;
  readonly X: number[][];
  readonly y: number[];
};

/** dw and db when dL/dz of example i is taken to be `dz(yhat, y)`; the mean over n is included. */
function gradients({ w, X, y }: Data, right: Truth, dz: (p: number, y: number) => number) {
  const errors = (right.value("yhat") as number[]).map((p, i) => dz(p, y[i]!) / X.length);
  return {
    dw: w.map((_, j) => errors.reduce((sum, e, i) => sum + e * X[i]![j]!, 0)),
    db: errors.reduce((sum, e) => sum + e, 0),
  };
}
const times = (right: Truth, factor: number) => ({
  dw: (right.gradient("w") as number[]).map((d) => d * factor),
  db: (right.gradient("b") as number) * factor,
});
/** The case whose logits reach 50 is the only one without a bias. */
const isExtreme = ({ b }: Data) => b === 0;
/** The loss as one slide prints it, without the bracket behind the minus; `far` is what becomes of it for logits of 50. */
const withoutBracket = (data: Data, right: Truth, far: "NaN" | "-Infinity") => {
  const losses = (right.value("yhat") as number[]).map((p, i) =>
    data.y[i] ? -Math.log(p) : Math.log(1 - p),
  );
  return { loss: isExtreme(data) ? { $: far } : losses.reduce((sum, l) => sum + l, 0) / losses.length };
};

export default exercise<typeof import("../../../exercises/02-toy-networks/logistic-backward.ts")>()({
  title: "2.5 Logistic regression backwards",
  points: 2,
  source: "F04, F06",
  exports: ["logisticBackward"],
  input: (d): Data => {
    const [k = 2, m = 3] = d.sizes(2);
    const [n, features] = [Math.max(k, m), Math.min(k, m)]; // n >= 3: a lost 1/n cannot hide
    return {
      w: d.vec(features),
      b: d.real(),
      X: d.mat(n, features, -2, 2),
      y: [0, 1, ...Array.from({ length: n - 2 }, () => d.pick([0, 1]))],
    };
  },
  cases: () => ({
    "logits of 50 and -50": {
      w: [40, 20],
      b: 0,
      X: [
        [1, 0.5],
        [-1, -0.5],
        [-0.8, -0.9],
        [0.9, 0.7],
        [0.3, -0.55],
      ],
      y: [0, 1, 0, 1, 1],
    },
  }),
  worked: [
    ["inf721-logistic-scalar", "inf721-logistic-scalar-y0", "inf721-logistic-batch"],
    (given, expected) =>
      given.has("X")
        ? {
            input: { w: given.vec("w"), b: given.num("b"), X: given.mat("X"), y: given.vec("y") },
            answer: {
              loss: expected.num("L_mean"),
              yhat: expected.vec("yhat"),
              dw: expected.vec("dL_dw"),
              db: expected.num("dL_db"),
            },
          }
        : {
            input: { w: [given.num("w")], b: given.num("b"), X: [[given.num("x")]], y: [given.num("y")] },
            answer: {
              loss: expected.num("L"),
              yhat: [expected.num("yhat")],
              dw: [expected.num("dL_dw")],
              db: expected.num("dL_db"),
            },
          },
  ],
  model: (data, { of }) => {
    const [w, b, y] = [of(data.w), of(data.b), of(data.y)];
    const z = of(data.X).matmul(w).add(b);
    // -[y ln σ(z) + (1-y) ln(1-σ(z))] = ln(1 + e^z) - y·z
    const loss = z.exp().add(1).log().sub(y.mul(z)).mean();
    return { w, b, yhat: z.sigmoid(), loss };
  },
  call: (s, { w, b, X, y }) => s.logisticBackward(w, b, X, y),
  parts: ({ value, gradient }) => ({
    loss: value("loss"),
    yhat: value("yhat"),
    dw: gradient("w"),
    db: gradient("b"),
  }),
  slips: [
    {
      id: "bce-bracket",
      say: "the minus of the loss reaches only its first term, as in a slide's misprint; put a bracket behind it",
      answers: (data, right) => withoutBracket(data, right, "NaN"),
    },
    {
      id: "bce-bracket",
      say: "the minus of the loss reaches only its first term, as in a slide's misprint; put a bracket behind it",
      answers: (data, right) => withoutBracket(data, right, "-Infinity"),
    },
    {
      id: "bce-bracket",
      say: "the gradient belongs to a loss whose minus reaches only its first term; put a bracket behind the minus",
      answers: (data, right) => gradients(data, right, (p, y) => -y * (1 - p) - (1 - y) * p),
    },
    {
      id: "sum-vs-mean",
      say: "dw and db are sums over the examples; the loss is their mean, so divide by n",
      answers: ({ X }, right) => times(right, X.length),
    },
    {
      id: "sum-vs-mean",
      say: "db is a sum over the examples; the loss is their mean, so divide by n as in dw",
      answers: ({ X }, right) => ({ db: (right.gradient("b") as number) * X.length }),
    },
    {
      id: "sign",
      say: "dw and db have the opposite sign: at y = 1 the loss falls when z grows, so dL/dz is negative there",
      answers: (_data, right) => times(right, -1),
    },
    {
      id: "extra-act-deriv",
      say: "the slope of the sigmoid is in there twice: yhat - y already contains it",
      answers: (data, right) => gradients(data, right, (p, y) => (p - y) * p * (1 - p)),
    },
    {
      id: "missing-factor",
      say: "dw has no factor x: weight j multiplies feature j of the example, so that is its local slope",
      answers: ({ w }, right) => ({ dw: w.map(() => right.gradient("b")) }),
    },
    {
      id: "non-finite",
      say: "the loss is Infinity for logits of 50: 1 - yhat has become exactly 0 there, and ln(0) is -Infinity",
      answers: (data, right) => ({ loss: isExtreme(data) ? { $: "Infinity" } : right.value("loss") }),
    },
    {
      id: "non-finite",
      say: "the loss is NaN for logits of 50: 1 - yhat has become exactly 0 there, and 0·ln(0) is not a number",
      answers: (data, right) => ({ loss: isExtreme(data) ? { $: "NaN" } : right.value("loss") }),
    },
  ],
  hints: [
    "Multiply dL/dyhat by the slope of the sigmoid. What cancels, and what short expression is left for dL/dz?",
    "dL/dz = yhat - y for each example. For the loss, ln(1 + e^z) - y·z is the same thing without a logarithm of 0.",
    "With e = (yhat - y)/n for each row x: db adds e, dw[j] adds e·x[j], loss adds (max(z, 0) - y·z + log1p(exp(-|z|)))/n.",
  ],
});
