/** @file Slips in the error of a row of logits: c(softmax(z) − onehot(t)). */
import { EPSILONS, type Numbers, sigmoid, softmax, type WrongError } from "./errors.ts";

interface Row {
  readonly z: Numbers;
  readonly p: Numbers;
  readonly t: number;
  readonly all: readonly Numbers[];
  readonly labels: Numbers;
  readonly i: number;
}
interface Rowwise extends WrongError {
  readonly error: (row: Row) => Numbers;
}
/** The one-hot vector of class t, entry k. */
export const hot = (k: number, t: number) => (k === t ? 1 : 0);
const label = (shift: number, n: number, t: number) => (((t + shift) % n) + n) % n;
export const rowwise: readonly Rowwise[] = [
  {
    id: "missing-one-hot",
    say: "the probabilities stand alone: subtract 1 at the right class",
    error: ({ p }) => p,
  },
  {
    id: "sign-partial",
    say: "1 is added at the right class; it must be subtracted",
    error: ({ p, t }) => p.map((x, k) => x + hot(k, t)),
  },
  {
    id: "diag-only",
    say: "only the diagonal of the softmax's Jacobian was used: every logit moves every probability",
    error: ({ p, t }) => p.map((x, k) => hot(k, t) * (x - 1)),
  },
  {
    id: "diag-only",
    say: "p(1 - p) is the diagonal of the softmax's Jacobian only",
    error: ({ p, t }) => p.map((x, k) => (x - hot(k, t)) * x * (1 - x)),
  },
  {
    id: "missing-path",
    say: "only the right class gets a gradient: the sum below the softmax's fraction depends on every logit",
    error: ({ p, t }) => p.map((_, k) => -hot(k, t)),
  },
  {
    id: "missing-act-deriv",
    say: "the gradient stops at the probability: the softmax's Jacobian is missing",
    error: ({ p, t }) => p.map((x, k) => -hot(k, t) / x),
  },
  {
    id: "missing-act-deriv",
    say: "the logits stand where their probabilities belong: the softmax is missing",
    error: ({ z, t }) => z.map((x, k) => x - hot(k, t)),
  },
  {
    id: "sign-partial",
    say: "at the other classes stands 1 - p, as if each were a question of its own",
    error: ({ p, t }) => p.map((x, k) => (k === t ? x - 1 : 1 - x)),
  },
  {
    id: "sign-partial",
    say: "at the other classes the sign is wrong",
    error: ({ p, t }) => p.map((x, k) => (k === t ? x - 1 : -x)),
  },
  {
    id: "wrong-axis",
    say: "the softmax was taken down the columns; each row is one example",
    error: ({ z, t, all, i }) => z.map((_, k) => softmax(all.map((row) => row[k]!))[i]! - hot(k, t)),
  },
  {
    id: "wrong-axis",
    say: "the softmax was taken over the whole matrix; each row is one example",
    error: ({ z, t, all }) =>
      z.map((x, k) => Math.exp(x) / all.flat().reduce((sum, v) => sum + Math.exp(v), 0) - hot(k, t)),
  },
  {
    id: "wrong-index",
    say: "the 1 is subtracted one class too low: labels are counted from 0",
    error: ({ p, t }) => p.map((x, k) => x - hot(k, t - 1)),
  },
  {
    id: "wrong-index",
    say: "the 1 is subtracted one class too high: labels are counted from 0",
    error: ({ p, t }) => p.map((x, k) => x - hot(k, t + 1)),
  },
  ...[1, -1].map((by) => ({
    id: "wrong-index",
    say: "the 1 is subtracted at the neighbouring class: an index is off by one",
    error: ({ p, t }: { p: Numbers; t: number }) => p.map((x, k) => x - hot(k, label(by, p.length, t))),
  })),
  {
    id: "wrong-index",
    say: "the 1 is subtracted at the predicted class; it belongs to the label",
    error: ({ p }) => p.map((x) => x - (x === Math.max(...p) ? 1 : 0)),
  },
  {
    id: "wrong-index",
    say: "the 1 is always subtracted at the first class; it belongs to the label",
    error: ({ p }) => p.map((x, k) => x - hot(k, 0)),
  },
  ...(
    [
      ["the first example", () => 0],
      ["the last example", (_i, n) => n - 1],
      ["the example before", (i, n) => (i + n - 1) % n],
      ["the next example", (i, n) => (i + 1) % n],
    ] as const satisfies readonly (readonly [string, (i: number, n: number) => number])[]
  ).map(([whose, from]) => ({
    id: "wrong-index",
    say: `the 1 is subtracted at the label of ${whose}; each has its own`,
    error: ({ p, labels, i }: Row) => p.map((x, k) => x - hot(k, labels[from(i, labels.length)]!)),
  })),
  {
    id: "wrong-index",
    say: "example and class are exchanged where the 1 is subtracted",
    error: ({ p, labels, i }) => p.map((x, k) => x - hot(i, labels[k] ?? -1)),
  },
  {
    id: "missing-one-hot",
    say: "1 is subtracted at every class; only the right one gets it",
    error: ({ p }) => p.map((x) => x - 1),
  },
  {
    id: "missing-one-hot",
    say: "the number of the class was subtracted; a 1 at its place is meant",
    error: ({ p, t }) => p.map((x) => x - t),
  },
  {
    id: "missing-one-hot",
    say: "the number of the class was subtracted at its place; a 1 is meant",
    error: ({ p, t }) => p.map((x, k) => x - t * hot(k, t)),
  },
  {
    id: "wrong-forward",
    say: "the logits were divided by their sum: the softmax takes e to their power first",
    error: ({ z, t }) => z.map((x, k) => x / z.reduce((a, b) => a + b, 0) - hot(k, t)),
  },
  {
    id: "wrong-forward",
    say: "each class has a sigmoid of its own here; a softmax divides by the sum of the row",
    error: ({ z, t }) => z.map((x, k) => sigmoid(x) - hot(k, t)),
  },
  {
    id: "wrong-forward",
    say: "the softmax is not divided by its sum",
    error: ({ z, t }) => z.map((x, k) => Math.exp(x) - hot(k, t)),
  },
  {
    id: "act-deriv-at-output",
    say: "the softmax was taken twice",
    error: ({ p, t }) => softmax(p).map((x, k) => x - hot(k, t)),
  },
  {
    id: "extra-act-deriv",
    say: "the softmax's Jacobian is in there twice: p minus one-hot already contains it",
    error: ({ p, t }) => {
      const e = p.map((x, k) => x - hot(k, t));
      const mean = e.reduce((sum, x, k) => sum + x * p[k]!, 0);
      return p.map((x, k) => x * (e[k]! - mean));
    },
  },
  {
    id: "thresholded",
    say: "the predicted class stands where the probabilities belong",
    error: ({ p, t }) => p.map((x, k) => (x === Math.max(...p) ? 1 : 0) - hot(k, t)),
  },
  {
    id: "wrong-loss",
    say: "the logarithms of the probabilities stand where the probabilities belong",
    error: ({ p, t }) => p.map((x, k) => Math.log(x) - hot(k, t)),
  },
  {
    id: "missing-loss-deriv",
    say: "the loss itself stands where its slope belongs",
    error: ({ p, t }) => p.map((x, k) => -hot(k, t) * Math.log(x)),
  },
  {
    id: "wrong-loss",
    say: "these are gradients of a squared error; the loss is a cross-entropy",
    error: ({ p, t }) => {
      const e = p.map((x, k) => 2 * (x - hot(k, t)));
      const mean = e.reduce((sum, x, k) => sum + x * p[k]!, 0);
      return p.map((x, k) => x * (e[k]! - mean));
    },
  },
  {
    id: "sum-vs-mean",
    say: "the probabilities are too large by the number of examples, the 1 at the right class is not",
    error: ({ p, t, all }) => p.map((x, k) => x * all.length - hot(k, t)),
  },
  {
    id: "sum-vs-mean",
    say: "the 1 at the right class is too large by the number of examples, the probabilities are not",
    error: ({ p, t, all }) => p.map((x, k) => x - all.length * hot(k, t)),
  },
  ...EPSILONS.map((eps) => ({
    id: "eps-in-log",
    say: `close, but not equal: a small number, ${eps}, was added inside the logarithm; the loss has none`,
    error: ({ p, t }: { p: Numbers; t: number }) =>
      p.map((x, k) => (-p[t]! / (p[t]! + eps)) * (hot(k, t) - x)),
  })),
];
