/** @file The Jacobian of a softmax, ∂p_i/∂z_j = p_i([i = j] − p_j), with its usual slips. */
import type { Family } from "../mistake.ts";

type Numbers = readonly number[];
interface Entry {
  readonly p: Numbers;
  readonly z: Numbers;
  readonly i: number;
  readonly j: number;
}
interface WrongJacobian {
  readonly id: string;
  readonly say: string;
  readonly entry: (at: Entry) => number;
}
const same = (i: number, j: number) => (i === j ? 1 : 0);
const raw = (z: Numbers, i: number) => z[i]! / z.reduce((a, b) => a + b, 0);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

const table: readonly WrongJacobian[] = [
  {
    id: "diag-only",
    say: "the entries beside the diagonal are missing: every z moves every p",
    entry: ({ p, i, j }) => same(i, j) * p[i]! * (1 - p[i]!),
  },
  {
    id: "sign-partial",
    say: "the product of two probabilities is subtracted, not added",
    entry: ({ p, i, j }) => same(i, j) * p[i]! + p[i]! * p[j]!,
  },
  {
    id: "sign-partial",
    say: "the entries beside the diagonal have the wrong sign",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 - p[i]!) : p[i]! * p[j]!),
  },
  {
    id: "missing-path",
    say: "the diagonal holds p alone: its own square is missing",
    entry: ({ p, i, j }) => (i === j ? p[i]! : -p[i]! * p[j]!),
  },
  {
    id: "missing-path",
    say: "the probability itself is missing on the diagonal",
    entry: ({ p, i, j }) => -p[i]! * p[j]!,
  },
  {
    id: "wrong-act-deriv",
    say: "p(1 - p) holds on the diagonal only",
    entry: ({ p, i, j }) => p[i]! * (1 - p[j]!),
  },
  {
    id: "wrong-act-deriv",
    say: "p(1 - p) holds on the diagonal only",
    entry: ({ p, i, j }) => p[j]! * (1 - p[i]!),
  },
  {
    id: "wrong-act-deriv",
    say: "beside the diagonal stands minus the product of the two probabilities",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 - p[i]!) : -p[i]! * (1 - p[j]!)),
  },
  {
    id: "wrong-act-deriv",
    say: "beside the diagonal stands minus the product of the two probabilities",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 - p[i]!) : -p[j]! * (1 - p[i]!)),
  },
  {
    id: "wrong-act-deriv",
    say: "beside the diagonal a factor is missing",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 - p[i]!) : -p[j]!),
  },
  {
    id: "wrong-act-deriv",
    say: "beside the diagonal a factor is missing",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 - p[i]!) : -p[i]!),
  },
  {
    id: "wrong-act-deriv",
    say: "on the diagonal stands p(1 - p), with a minus",
    entry: ({ p, i, j }) => (i === j ? p[i]! * (1 + p[i]!) : -p[i]! * p[j]!),
  },
  {
    id: "missing-act-deriv",
    say: "these are the probabilities, not how they change",
    entry: ({ p, i, j }) => same(i, j) * p[i]!,
  },
  {
    id: "missing-act-deriv",
    say: "the Jacobian of the softmax is missing: the gradient passes unchanged",
    entry: ({ i, j }) => same(i, j),
  },
  {
    id: "missing-factor",
    say: "1 stands on the diagonal where a probability belongs",
    entry: ({ p, i, j }) => same(i, j) - p[i]! * p[j]!,
  },
  { id: "missing-factor", say: "the common factor p is missing", entry: ({ p, i, j }) => same(i, j) - p[j]! },
  { id: "missing-factor", say: "the common factor p is missing", entry: ({ p, i, j }) => same(i, j) - p[i]! },
  {
    id: "wrong-cache",
    say: "the product is one of probabilities; logits were used",
    entry: ({ p, z, i, j }) => same(i, j) * p[i]! - z[i]! * z[j]!,
  },
  {
    id: "wrong-cache",
    say: "the product is one of probabilities; logits were used",
    entry: ({ z, i, j }) => z[i]! * (same(i, j) - z[j]!),
  },
  {
    id: "wrong-forward",
    say: "the logits were divided by their sum: the softmax takes e to their power first",
    entry: ({ z, i, j }) => raw(z, i) * (same(i, j) - raw(z, j)),
  },
  {
    id: "wrong-forward",
    say: "the softmax is not divided by its sum",
    entry: ({ z, i, j }) => Math.exp(z[i]!) * (same(i, j) - Math.exp(z[j]!)),
  },
  {
    id: "wrong-forward",
    say: "each entry has a sigmoid of its own here",
    entry: ({ z, i, j }) => same(i, j) * sigmoid(z[i]!) * (1 - sigmoid(z[i]!)),
  },
  {
    id: "missing-path",
    say: "the sum below the fraction was held fixed: it depends on every z too",
    entry: ({ p, i, j }) => (i === j ? p[i]! : 0),
  },
  {
    id: "quotient-rule",
    say: "the two terms of the quotient rule are exchanged",
    entry: ({ p, i, j }) => p[i]! * p[j]! - same(i, j) * p[i]!,
  },
];

export const softmaxes: Family = function* (graph) {
  for (const node of graph.tape) {
    if (graph.op(node) !== "softmax") continue;
    const k = node.shape.at(-1)!;
    const z = node.step!.args[0]!.data;
    for (const [number, { id, say, entry }] of table.entries())
      yield {
        key: `softmax ${graph.key(node)} ${number}`,
        id,
        where: graph.label(node),
        say: `in the Jacobian of ${graph.label(node)} = softmax(${graph.label(node.step!.args[0]!)}), ${say}`,
        answer: () =>
          graph.departing({
            piece: (at, _i, g) => {
              if (at !== node) return undefined;
              return g.map((_, flat) => {
                const [from, j] = [flat - (flat % k), flat % k];
                const row = { p: node.data.slice(from, from + k), z: z.slice(from, from + k) };
                return row.p.reduce((sum, __, i) => sum + g[from + i]! * entry({ ...row, i, j }), 0);
              });
            },
          }),
      };
  }
};
