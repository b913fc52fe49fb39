/** @file Slips of 6.2: softmax and cross-entropy as the formulas stand, and slopes of other losses. */
import { makeKit } from "../../cell/kit.ts";
import type { Slip } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

export type Data = { readonly z: number[]; readonly target: number[] };

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const pOf = (right: Truth) => right.value("p") as number[];
/** Numbers as they come back: what is none comes as a tag. */
const tagged = (n: number) => (Number.isFinite(n) ? n : { $: `${n}` });
/** dz of a mistake, from p and t of each class. */
export const dz = ({ target }: Data, right: Truth, slope: (p: number, t: number, i: number) => number) => ({
  dz: pOf(right).map((p, i) => slope(p, target[i]!, i)),
});
const diagonalSay =
  "dz sends each slope through its own p only; every logit moves every p, so each entry of dz is a sum over all classes";
const classOf = (target: readonly number[]) => target.indexOf(Math.max(...target));

/** ln p of one class. */
function lnP(z: readonly number[], i: number): number {
  const largest = Math.max(...z);
  return z[i]! - largest - Math.log(sumOf(z.map((zi) => Math.exp(zi - largest))));
}
/** The formulas as they stand: e^z, its sum, -Σ t·ln p. */
function naive({ z, target }: Data) {
  const e = z.map(Math.exp);
  const p = e.map((ei) => ei / sumOf(e));
  return {
    p,
    loss: -sumOf(target.map((t, i) => t * Math.log(p[i]!))),
    dz: p.map((pi, i) => pi - target[i]!),
  };
}
/** As naive(), with the largest logit or 0 taken from all, whichever is larger. */
const fromZero = ({ z, target }: Data) => naive({ z: z.map((zi) => zi - Math.max(0, ...z)), target });
/** The loss with p kept away from 0 in some way. */
const guarded = (guard: (p: number) => number): Slip<Data, unknown> => ({
  id: "guarded",
  say: "the loss takes ln of a p that is kept away from 0, by a small number added or a border: then no tiny p costs what it should; write ln p with z instead",
  answers: (data, right) => logOfP(data, right, (t, p) => -t * Math.log(guard(p))),
});
const guards = [1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15].flatMap((e) => [
  guarded((p) => p + e),
  guarded((p) => Math.max(p, e)),
]);
const logOfP = (data: Data, right: Truth, term: (t: number, p: number) => number) => ({
  loss: tagged(sumOf(pOf(right).map((p, i) => term(data.target[i]!, p)))),
});

/** Logits of a network of one hidden layer: U·sigmoid(W·x). */
export function logits(U: number[][], W: number[][], x: number[]): number[] {
  const times = (M: number[][], v: number[]) => M.map((row) => sumOf(row.map((m, j) => m * v[j]!)));
  return times(U, times(W, x).map(makeKit().act("sigmoid").f));
}

export const slips: readonly Slip<Data, unknown>[] = [
  {
    id: "non-finite",
    say: "p is not a number for large logits: e^z has become Infinity; take the largest logit from all of them first",
    answers: (data) => ({ p: naive(data).p.map(tagged) }),
  },
  {
    id: "non-finite",
    say: "the loss takes the logarithm of a p that has become 0, and 0·ln(0) is not a number; write ln p with z instead",
    answers: (data, right) => logOfP(data, right, (t, p) => -t * Math.log(p)),
  },
  {
    id: "non-finite",
    say: "the loss takes the logarithm of a p that has become 0, so it is Infinity; write ln p with z instead",
    answers: (data, right) => logOfP(data, right, (t, p) => (t > 0 ? -t * Math.log(p) : 0)),
  },
  {
    id: "non-finite",
    say: "p is not a number where all logits are far below 0: every e^z has become 0. The largest logit itself is to become 0, also where it is negative",
    answers: (data) => ({ p: fromZero(data).p.map(tagged) }),
  },
  {
    id: "non-finite",
    say: "the loss is not finite for logits of ±800: the sum inside its logarithm has become Infinity or 0; take the largest logit out first and add it again behind the logarithm",
    answers: ({ z, target }) => {
      const lse = Math.log(sumOf(z.map(Math.exp)));
      return { loss: tagged(sumOf(target.map((t, i) => t * (lse - z[i]!)))) };
    },
  },
  {
    id: "not-accumulated",
    say: "the loss is the term of the last class alone: add up those of all classes, with += where = stands",
    answers: ({ z, target }) => ({ loss: -target.at(-1)! * lnP(z, z.length - 1) }),
  },
  {
    id: "shift-not-undone",
    say: "the loss is too small by the largest logit: what was taken from every z inside the logarithm is added again behind it",
    answers: ({ z }, right) => ({ loss: (right.value("loss") as number) - Math.max(...z) }),
  },
  ...guards,
  {
    id: "one-hot-only",
    say: "the target is read as one right class; here it is a distribution, and every class with its share counts",
    answers: ({ z, target }, right) => {
      const c = classOf(target);
      return { loss: -lnP(z, c), dz: pOf(right).map((p, i) => p - (i === c ? 1 : 0)) };
    },
  },
  {
    id: "one-hot-only",
    say: "dz reads the target as one right class; here it is a distribution, and every class has its share",
    answers: ({ target }, right) => ({
      dz: pOf(right).map((p, i) => p - (i === classOf(target) ? 1 : 0)),
    }),
  },
  {
    id: "off-by-one",
    say: "the loss leaves out class 0: classes are counted from 0 here, while one slide counts from 1 and another has one too many",
    answers: ({ z, target }) => ({
      loss: -sumOf(target.map((t, i) => (i > 0 ? t * lnP(z, i) : 0))),
    }),
  },
  {
    id: "off-by-one",
    say: "dz takes the target of the neighbouring class: both lists are counted from 0",
    answers: (data, right) => dz(data, right, (p, _t, i) => p - (data.target[i - 1] ?? 0)),
  },
  {
    id: "diagonal-only",
    say: diagonalSay,
    answers: (data, right) => dz(data, right, (p, t) => -t * (1 - p)),
  },
  {
    id: "diagonal-only",
    say: diagonalSay,
    answers: ({ target }, right) => ({
      dz: pOf(right).map((p, i) => tagged((-target[i]! / p) * p * (1 - p))),
    }),
  },
  {
    id: "missing-act-deriv",
    say: "dz holds the slopes of the loss by p; the softmax lies between p and z",
    answers: ({ target }, right) => ({ dz: pOf(right).map((p, i) => tagged(-target[i]! / p)) }),
  },
  {
    id: "extra-act-deriv",
    say: "the slope of the softmax is in there twice: p - target already contains it",
    answers: (data, right) => dz(data, right, (p, t) => (p - t) * p * (1 - p)),
  },
  {
    id: "sign",
    say: "dz has the opposite sign: raising the logit of the right class lowers the loss, so that entry is negative",
    answers: (data, right) => dz(data, right, (p, t) => t - p),
  },
  {
    id: "missing-target",
    say: "dz is p alone: the logits also stand in the loss themselves, each with its target",
    answers: (data, right) => dz(data, right, (p) => p),
  },
  {
    id: "mean-over-classes",
    say: "the loss is divided by the number of classes; it is a sum over the classes",
    answers: ({ z }, right) => ({ loss: (right.value("loss") as number) / z.length }),
  },
  {
    id: "mean-over-classes",
    say: "dz is divided by the number of classes; the loss is a sum over the classes",
    answers: (data, right) => dz(data, right, (p, t) => (p - t) / data.z.length),
  },
  {
    id: "log-base",
    say: "the loss uses another logarithm than ln, the one that undoes e^z",
    answers: (_data, right) => ({ loss: (right.value("loss") as number) / Math.LN10 }),
  },
  {
    id: "log-base",
    say: "the loss uses another logarithm than ln, the one that undoes e^z",
    answers: (_data, right) => ({ loss: (right.value("loss") as number) / Math.LN2 }),
  },
];
