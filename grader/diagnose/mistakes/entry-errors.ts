/** @file Slips in the error of single outputs: c(σ(z) − y) and c(z − y). */
import { EPSILONS, sigmoid, type WrongError } from "./errors.ts";

interface Entrywise extends WrongError {
  /** @param n the number of outputs */
  readonly error: (z: number, y: number, n: number) => number;
}
const p = sigmoid;
export const crossEntropy: readonly Entrywise[] = [
  {
    id: "extra-act-deriv",
    say: "the slope of the sigmoid is in there twice: p - y already contains it",
    error: (z, y) => (p(z) - y) * p(z) * (1 - p(z)),
  },
  {
    id: "missing-act-deriv",
    say: "the gradient stops at the probability: the slope p(1 - p) leads on to the logit",
    error: (z, y) => (p(z) - y) / (p(z) * (1 - p(z))),
  },
  {
    id: "missing-one-hot",
    say: "the label is missing from the error: it is prediction minus label",
    error: (z) => p(z),
  },
  {
    id: "missing-act-deriv",
    say: "the logit stands where its probability belongs: the sigmoid is missing",
    error: (z, y) => z - y,
  },
  {
    id: "missing-path",
    say: "only the examples with label 1 contribute: the term with 1 - y is missing",
    error: (z, y) => y * (p(z) - 1),
  },
  {
    id: "missing-path",
    say: "only the examples with label 0 contribute: the term with y is missing",
    error: (z, y) => (1 - y) * p(z),
  },
  {
    id: "sign-partial",
    say: "the term with 1 - y has the wrong sign",
    error: (z, y) => (y === 1 ? p(z) - 1 : -p(z)),
  },
  { id: "sign-partial", say: "the label is added, not subtracted", error: (z, y) => p(z) + y },
  {
    id: "extra-factor",
    say: "the error is multiplied by the probability once more",
    error: (z, y) => (p(z) - y) * p(z),
  },
  { id: "extra-factor", say: "the error is multiplied by 1 - p", error: (z, y) => (p(z) - y) * (1 - p(z)) },
  {
    id: "missing-loss-deriv",
    say: "the slope of the sigmoid stands alone: the error p - y is missing",
    error: (z) => p(z) * (1 - p(z)),
  },
  { id: "wrong-forward", say: "the exponent of the sigmoid has the wrong sign", error: (z, y) => p(-z) - y },
  { id: "wrong-forward", say: "tanh stands where the sigmoid belongs", error: (z, y) => Math.tanh(z) - y },
  {
    id: "wrong-forward",
    say: "every probability is 0.5, as if all parameters were 0: use the current ones",
    error: (_z, y) => 0.5 - y,
  },
  {
    id: "wrong-forward",
    say: "the sigmoid lost its bracket: 1/1 + e^-z is not 1/(1 + e^-z)",
    error: (z, y) => 1 + Math.exp(-z) - y,
  },
  {
    id: "thresholded",
    say: "the predicted class, 0 or 1, stands where the probability belongs",
    error: (z, y) => (z > 0 ? 1 : 0) - y,
  },
  {
    id: "wrong-loss",
    say: "these are gradients of a squared error; the loss is a cross-entropy",
    error: (z, y) => 2 * (p(z) - y) * p(z) * (1 - p(z)),
  },
  { id: "wrong-loss", say: "the error counts by its sign only", error: (z, y) => Math.sign(p(z) - y) },
  {
    id: "sum-vs-mean",
    say: "the prediction is too large by the number of examples, the label is not",
    error: (z, y, n) => n * p(z) - y,
  },
  {
    id: "sum-vs-mean",
    say: "the label is too large by the number of examples, the prediction is not",
    error: (z, y, n) => p(z) - n * y,
  },
  ...EPSILONS.map((eps) => ({
    id: "eps-in-log",
    say: `close, but not equal: a small number, ${eps}, was added inside the logarithm; the loss has none`,
    error: (z: number, y: number) => -(y / (p(z) + eps) - (1 - y) / (1 - p(z) + eps)) * p(z) * (1 - p(z)),
  })),
];
export const squaredError: readonly Entrywise[] = [
  { id: "missing-loss-deriv", say: "the label is missing from the residual", error: (z) => z },
  { id: "sign-partial", say: "prediction and label are added in the residual", error: (z, y) => z + y },
  {
    id: "wrong-loss",
    say: "the residual counts by its sign only: that is the slope of an absolute error",
    error: (z, y) => Math.sign(z - y),
  },
  {
    id: "sum-vs-mean",
    say: "the prediction is too large by the number of examples, the label is not",
    error: (z, y, n) => n * z - y,
  },
  {
    id: "sum-vs-mean",
    say: "the label is too large by the number of examples, the prediction is not",
    error: (z, y, n) => z - n * y,
  },
  { id: "wrong-loss", say: "the residual is squared once more", error: (z, y) => (z - y) ** 2 },
  {
    id: "wrong-loss",
    say: "the size of the residual stands there, without its sign",
    error: (z, y) => Math.abs(z - y),
  },
  { id: "wrong-loss", say: "the label stands where the residual belongs", error: (_z, y) => -y },
  ...[1, 1.5, 0.5].map((c) => ({
    id: "wrong-loss",
    say: "the residual is squared in the gradient: the slope of a square is linear in it",
    error: (z: number, y: number) => c * (z - y) ** 2,
  })),
  {
    id: "wrong-loss",
    say: "the residual is cubed in the gradient: the slope of a square is linear in it",
    error: (z, y) => (z - y) ** 3,
  },
  {
    id: "wrong-loss",
    say: "large residuals are damped, as another loss would have it",
    error: (z, y) => Math.tanh(z - y),
  },
];
