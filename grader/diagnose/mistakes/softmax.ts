/**
 * @file The Jacobian of a softmax, ∂p_i/∂z_j = p_i([i = j] − p_j), with its usual slips: another term on the diagonal,
 * beside it, or both; or right formulas fed with other numbers.
 */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";

type Numbers = readonly number[];
interface WrongJacobian {
  readonly id: string;
  readonly say: string;
  readonly entry: (p: Numbers, i: number, j: number, z: Numbers) => number;
}
interface Term {
  readonly id: string;
  readonly say: string;
  readonly term: (pi: number, pj: number) => number;
}

const onDiagonal: readonly Term[] = [
  { id: "", say: "", term: (p) => p * (1 - p) },
  { id: "missing-factor", say: "the factor 1 - p is missing on the diagonal", term: (p) => p },
  { id: "missing-factor", say: "a factor p is missing on the diagonal", term: (p) => 1 - p },
  { id: "missing-path", say: "the probability itself is missing on the diagonal", term: (p) => -p * p },
  {
    id: "missing-factor",
    say: "1 stands on the diagonal where a probability belongs",
    term: (p) => 1 - p * p,
  },
  { id: "wrong-act-deriv", say: "the diagonal holds 1", term: () => 1 },
  {
    id: "sign-partial",
    say: "on the diagonal stands p(1 - p), with a minus inside",
    term: (p) => p * (1 + p),
  },
  { id: "sign-partial", say: "the diagonal has the wrong sign", term: (p) => -p * (1 - p) },
  { id: "wrong-act-deriv", say: "the diagonal holds p²", term: (p) => p * p },
  { id: "wrong-act-deriv", say: "the diagonal holds p - 1", term: (p) => p - 1 },
  { id: "wrong-act-deriv", say: "the diagonal holds (1 - p)²", term: (p) => (1 - p) ** 2 },
  { id: "wrong-act-deriv", say: "the diagonal holds 1 - 2p", term: (p) => 1 - 2 * p },
  { id: "missing-path", say: "the diagonal is 0", term: () => 0 },
];
const beside: readonly Term[] = [
  { id: "", say: "", term: (pi, pj) => -pi * pj },
  {
    id: "diag-only",
    say: "the entries beside the diagonal are missing: every z moves every p",
    term: () => 0,
  },
  {
    id: "sign-partial",
    say: "the entries beside the diagonal have the wrong sign",
    term: (pi, pj) => pi * pj,
  },
  {
    id: "wrong-index",
    say: "beside the diagonal the same probability is taken twice",
    term: (pi) => -pi * pi,
  },
  {
    id: "wrong-index",
    say: "beside the diagonal the same probability is taken twice",
    term: (_pi, pj) => -pj * pj,
  },
  { id: "missing-factor", say: "beside the diagonal a factor is missing", term: (_pi, pj) => -pj },
  { id: "missing-factor", say: "beside the diagonal a factor is missing", term: (pi) => -pi },
  { id: "missing-factor", say: "beside the diagonal a factor is missing", term: () => -1 },
  { id: "sign-partial", say: "beside the diagonal a probability stands alone", term: (pi) => pi },
  { id: "sign-partial", say: "beside the diagonal a probability stands alone", term: (_pi, pj) => pj },
  { id: "wrong-act-deriv", say: "p(1 - p) holds on the diagonal only", term: (pi, pj) => pi * (1 - pj) },
  { id: "wrong-act-deriv", say: "p(1 - p) holds on the diagonal only", term: (pi, pj) => pj * (1 - pi) },
  { id: "wrong-act-deriv", say: "p(1 - p) holds on the diagonal only", term: (pi) => pi * (1 - pi) },
  { id: "wrong-act-deriv", say: "beside the diagonal a factor is 1 - p", term: (pi, pj) => -pi * (1 - pj) },
  { id: "wrong-act-deriv", say: "beside the diagonal a factor is 1 - p", term: (pi, pj) => -pj * (1 - pi) },
];

/** What is lost as a whole comes before what is made of two slips. */
const known: readonly WrongJacobian[] = [
  {
    id: "missing-path",
    say: "the sum below the fraction was held fixed: it depends on every z too",
    entry: (p, i, j) => (i === j ? p[i]! : 0),
  },
  {
    id: "missing-path",
    say: "the probability itself is missing on the diagonal",
    entry: (p, i, j) => -p[i]! * p[j]!,
  },
  {
    id: "missing-act-deriv",
    say: "the Jacobian of the softmax is missing: the gradient passes unchanged",
    entry: (_p, i, j) => (i === j ? 1 : 0),
  },
  {
    id: "sign-partial",
    say: "the product of two probabilities is subtracted, not added",
    entry: (p, i, j) => (i === j ? p[i]! : 0) + p[i]! * p[j]!,
  },
  {
    id: "sign",
    say: "the two terms are exchanged",
    entry: (p, i, j) => p[i]! * p[j]! - (i === j ? p[i]! : 0),
  },
  {
    id: "missing-factor",
    say: "the common factor p is missing",
    entry: (p, i, j) => (i === j ? 1 : 0) - p[j]!,
  },
  {
    id: "missing-factor",
    say: "the common factor p is missing",
    entry: (p, i, j) => (i === j ? 1 : 0) - p[i]!,
  },
];
const made: readonly WrongJacobian[] = onDiagonal.flatMap((on) =>
  beside.map((off) => ({
    id: off.id || on.id,
    say: [off.say, on.say].filter((said) => said).join("; "),
    entry: (p: Numbers, i: number, j: number) => (i === j ? on : off).term(p[i]!, p[j]!),
  })),
);
const LOGIT = "a logit stands in the place of one of the two probabilities";
const mixed: readonly WrongJacobian[] = [
  { id: "act-deriv-at-input", say: LOGIT, entry: (p, i, j, z) => p[i]! * ((i === j ? 1 : 0) - z[j]!) },
  { id: "act-deriv-at-input", say: LOGIT, entry: (p, i, j, z) => z[i]! * ((i === j ? 1 : 0) - p[j]!) },
];
const jacobians = [...known, ...made.filter(({ say }) => say)];

const shiftedExp = (z: Numbers) => z.map((v) => Math.exp(v - Math.max(...z)));
/** What stands in the right formula where probabilities belong. */
const inserted: readonly { id: string; say: string; p: (z: Numbers) => Numbers }[] = [
  { id: "act-deriv-at-input", say: "the formula takes probabilities; logits were inserted", p: (z) => z },
  { id: "wrong-forward", say: "the softmax is not divided by its sum", p: (z) => z.map(Math.exp) },
  { id: "wrong-forward", say: "the softmax is not divided by its sum", p: shiftedExp },
  {
    id: "wrong-forward",
    say: "the logits were divided by their sum: the softmax takes e to their power first",
    p: (z) => z.map((v) => v / z.reduce((a, b) => a + b, 0)),
  },
  {
    id: "wrong-forward",
    say: "each entry has a sigmoid of its own here",
    p: (z) => z.map((v) => 1 / (1 + Math.exp(-v))),
  },
  { id: "wrong-forward", say: "e was taken to the power of -z", p: (z) => softmax(z.map((v) => -v)) },
  { id: "act-deriv-at-output", say: "the softmax was taken twice", p: (z) => softmax(softmax(z)) },
  {
    id: "wrong-forward",
    say: "the largest probability counts as 1, the others as 0",
    p: (z) => z.map((v) => (v === Math.max(...z) ? 1 : 0)),
  },
];
const softmax = (z: Numbers): Numbers => {
  const e = shiftedExp(z);
  return e.map((x) => x / e.reduce((a, b) => a + b, 0));
};

/** One row of a softmax's input, and what stands for its probabilities. */
interface Row {
  readonly z: Numbers;
  readonly p: Numbers;
}
const mistakeAt = (
  graph: Graph,
  node: Any,
  key: string,
  { id, say, entry }: WrongJacobian,
  probabilities: (row: Row) => Numbers = ({ p }) => p,
): Mistake => {
  const k = node.shape.at(-1)!;
  const input = node.step!.args[0]!;
  const row = ({ data }: Any, from: number) => data.slice(from, from + k);
  return {
    key: `softmax ${graph.key(node)} ${key}`,
    id,
    where: graph.label(node),
    at: node,
    say: `in the Jacobian of ${graph.label(node)} = softmax(${graph.label(input)}), ${say}`,
    ...departing(graph, {
      piece: (at, _i, g) => {
        if (at !== node) return undefined;
        return g.map((_, flat) => {
          const [from, j] = [flat - (flat % k), flat % k];
          const z = row(input, from);
          const p = probabilities({ z, p: row(node, from) });
          return p.reduce((sum, __, i) => sum + g[from + i]! * entry(p, i, j, z), 0);
        });
      },
    }),
  };
};
const softmaxesIn = (graph: Graph) =>
  graph.tape.filter((node) => graph.op(node) === "softmax" && graph.reaches(node));

export const softmaxes: Family = function* (graph) {
  for (const node of softmaxesIn(graph)) {
    for (const [number, each] of jacobians.entries()) yield mistakeAt(graph, node, `${number}`, each);
    for (const [number, { id, say, p }] of inserted.entries())
      for (const { say: also, entry } of [RIGHT, DIAGONAL])
        yield mistakeAt(graph, node, `${also} ${number}`, { id, say: `${say}${also}`, entry }, ({ z }) =>
          p(z),
        );
  }
};
/** Right but for one of the two probabilities. */
export const softmaxFactors: Family = function* (graph) {
  for (const node of softmaxesIn(graph))
    for (const [number, each] of mixed.entries()) yield mistakeAt(graph, node, `mixed ${number}`, each);
};
const RIGHT = { say: "", entry: (p: Numbers, i: number, j: number) => (i === j ? p[i]! : 0) - p[i]! * p[j]! };
const DIAGONAL = {
  say: "; the entries beside the diagonal are missing",
  entry: (p: Numbers, i: number, j: number) => (i === j ? p[i]! * (1 - p[i]!) : 0),
};
