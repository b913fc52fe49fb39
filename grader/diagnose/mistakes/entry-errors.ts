/** @file Slips in the error of single outputs: c(σ(z) − y), c(z − y) and Huber's c·clamp(r, −δ, δ). */
import { EPSILONS, sigmoid, type WrongError } from "./errors.ts";

interface Entrywise extends WrongError {
  readonly error: (z: number, y: number) => number;
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
  { id: "wrong-loss", say: "the residual is squared once more", error: (z, y) => (z - y) ** 2 },
  {
    id: "wrong-loss",
    say: "the size of the residual stands there, without its sign",
    error: (z, y) => Math.abs(z - y),
  },
  { id: "wrong-loss", say: "the label stands where the residual belongs", error: (_z, y) => -y },
];

interface Clipped extends WrongError {
  readonly error: (r: number, delta: number) => number;
}
/** Huber's loss: its slope is r, held between −δ and δ. */
export const clipped: readonly Clipped[] = [
  {
    id: "missing-clip",
    say: "large residuals count in full: beyond the threshold the slope stays what it is there",
    error: (r) => r,
  },
  {
    id: "wrong-on-negative",
    say: "it is right for positive residuals only: large negative ones are held too",
    error: (r, d) => Math.min(r, d),
  },
  {
    id: "wrong-on-negative",
    say: "it is right for negative residuals only: large positive ones are held too",
    error: (r, d) => Math.max(r, -d),
  },
  {
    id: "wrong-on-negative",
    say: "the linear branch has lost the sign of the residual",
    error: (r, d) => (Math.abs(r) <= d ? r : d),
  },
  {
    id: "wrong-on-negative",
    say: "the sign of the residual is lost",
    error: (r, d) => Math.min(Math.abs(r), d),
  },
  {
    id: "missing-factor",
    say: "the linear branch has lost its constant factor",
    error: (r, d) => (Math.abs(r) <= d ? r : Math.sign(r)),
  },
  {
    id: "missing-factor",
    say: "the branches change at 1; they change at the threshold given",
    error: (r) => Math.max(-1, Math.min(1, r)),
  },
  { id: "missing-act-deriv", say: "only the linear branch is there", error: (r, d) => d * Math.sign(r) },
  {
    id: "factor-2-partial",
    say: "the quadratic branch is twice too large",
    error: (r, d) => (Math.abs(r) <= d ? 2 * r : d * Math.sign(r)),
  },
  {
    id: "factor-2-partial",
    say: "the quadratic branch is half of what it should be",
    error: (r, d) => (Math.abs(r) <= d ? r / 2 : d * Math.sign(r)),
  },
  {
    id: "missing-path",
    say: "large residuals contribute nothing; the linear branch has a slope",
    error: (r, d) => (Math.abs(r) <= d ? r : 0),
  },
  {
    id: "sign-partial",
    say: "the linear branch has the wrong sign",
    error: (r, d) => (Math.abs(r) <= d ? r : -d * Math.sign(r)),
  },
  {
    id: "sign-partial",
    say: "the quadratic branch has the wrong sign",
    error: (r, d) => (Math.abs(r) <= d ? -r : d * Math.sign(r)),
  },
  {
    id: "extra-factor",
    say: "the linear branch has its constant factor twice",
    error: (r, d) => (Math.abs(r) <= d ? r : d * d * Math.sign(r)),
  },
  {
    id: "extra-factor",
    say: "the linear branch still grows with the residual",
    error: (r, d) => (Math.abs(r) <= d ? r : d * r),
  },
  {
    id: "wrong-threshold",
    say: "the branches are exchanged",
    error: (r, d) => (Math.abs(r) > d ? r : d * Math.sign(r)),
  },
  {
    id: "wrong-loss",
    say: "the linear branch holds the loss itself, not its slope",
    error: (r, d) => (Math.abs(r) <= d ? r : d * (Math.abs(r) - d / 2)),
  },
];
