/**
 * @file The error at the output: what students write for ∂loss/∂z where it is c(σ(z) − y), c(softmax(z) − onehot) or
 * c(z − y). The model may say the loss in any form: a head is known by its gradient.
 */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import type { Family } from "../mistake.ts";

type Numbers = readonly number[];
interface WrongError {
  readonly id: string;
  readonly say: string;
}
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const softmax = (row: Numbers) => {
  const top = Math.max(...row);
  const e = row.map((z) => Math.exp(z - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
};
const EPSILONS = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12];

interface Entrywise extends WrongError {
  readonly error: (z: number, y: number) => number;
}
const p = sigmoid;
const crossEntropy: readonly Entrywise[] = [
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
const squaredError: readonly Entrywise[] = [
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
const clipped: readonly Clipped[] = [
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

interface Rowwise extends WrongError {
  readonly error: (row: { z: Numbers; p: Numbers; t: number; all: readonly Numbers[]; i: number }) => Numbers;
}
const hot = (k: number, t: number) => (k === t ? 1 : 0);
const label = (shift: number, n: number, t: number) => (((t + shift) % n) + n) % n;
const rowwise: readonly Rowwise[] = [
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
  ...EPSILONS.map((eps) => ({
    id: "eps-in-log",
    say: `close, but not equal: a small number, ${eps}, was added inside the logarithm; the loss has none`,
    error: ({ p, t }: { p: Numbers; t: number }) =>
      p.map((x, k) => (-p[t]! / (p[t]! + eps)) * (hot(k, t) - x)),
  })),
];

export const heads: Family = function* (graph) {
  if (!graph.loss) return;
  for (const node of graph.tape) {
    const g = graph.gradient(node);
    if (!g.some((x) => x !== 0) || (!node.step && !graph.asked.has(node))) continue;
    for (const { id, say, error } of wrongErrors(graph, node, g))
      yield {
        key: `head ${graph.key(node)} ${say}`,
        id,
        where: graph.label(node),
        say: `in the gradient by ${graph.label(node)}, ${say}`,
        answer: () => graph.arriving(node, error()),
      };
  }
};

function* wrongErrors(graph: Graph, node: Any, g: Numbers): Generator<WrongError & { error: () => Numbers }> {
  const binary = labelsOf(node.data, g);
  if (binary) {
    const { c, y } = binary;
    for (const { error, ...rest } of crossEntropy)
      yield { ...rest, error: () => node.data.map((z, i) => c * error(z, y[i]!)) };
  }
  for (const leaf of graph.tape.filter((each) => !each.step && each.shape.length === 0)) {
    const d = leaf.data[0]!;
    const hold = (r: number) => Math.max(-d, Math.min(d, r));
    const c = g[0]! / hold(node.data[0]!);
    const held = node.data.some((r) => Math.abs(r) > d) && node.data.length > 1;
    if (!held || !g.every((x, i) => close(x, c * hold(node.data[i]!)))) continue;
    for (const { error, ...rest } of clipped)
      yield { ...rest, error: () => node.data.map((r) => c * error(r, d)) };
    break;
  }
  const classes = classesOf(node, g);
  if (classes) {
    const { c, t, rows } = classes;
    for (const { error, ...rest } of rowwise)
      yield {
        ...rest,
        error: () =>
          rows.flatMap((z, i) => error({ z, p: softmax(z), t: t[i]!, all: rows, i }).map((x) => c * x)),
      };
  }
  for (const y of graph.tape.filter(
    (leaf) => !leaf.step && leaf !== node && leaf.shape.join() === node.shape.join(),
  )) {
    const c = g[0]! / (node.data[0]! - y.data[0]!);
    if (!g.every((x, i) => close(x, c * (node.data[i]! - y.data[i]!)))) continue;
    for (const { error, ...rest } of squaredError)
      yield { ...rest, error: () => node.data.map((z, i) => c * error(z, y.data[i]!)) };
    break;
  }
}
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** g = c(σ(z) − y) with labels 0 and 1? */
function labelsOf(z: Numbers, g: Numbers): { c: number; y: Numbers } | undefined {
  const y = g.map((x) => (x < 0 ? 1 : 0));
  const c = g[0]! / (sigmoid(z[0]!) - y[0]!);
  return g.every((x, i) => close(x, c * (sigmoid(z[i]!) - y[i]!))) && (z.length > 1 || close(c, 1))
    ? { c, y }
    : undefined;
}
/** Rows of g = c(softmax(z) − onehot)? */
function classesOf({ shape, data }: Any, g: Numbers) {
  const k = shape.at(-1);
  if (shape.length === 0 || k === undefined || k < 2) return undefined;
  const rowsOf = (flat: Numbers) =>
    Array.from({ length: flat.length / k }, (_, i) => flat.slice(i * k, (i + 1) * k));
  const [rows, gs] = [rowsOf(data), rowsOf(g)];
  const t = gs.map((row) => row.findIndex((x) => x < 0));
  const first = t[0] === 0 ? 1 : 0;
  const c = gs[0]![first]! / softmax(rows[0]!)[first]!;
  const fits = rows.every((z, i) => softmax(z).every((x, j) => close(gs[i]![j]!, c * (x - hot(j, t[i]!)))));
  return fits ? { c, t, rows } : undefined;
}
