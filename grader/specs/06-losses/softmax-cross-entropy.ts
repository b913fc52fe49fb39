/** @file 6.2 Softmax and cross-entropy together. */
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly z: number[]; readonly target: number[] };

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const pOf = (right: Truth) => right.value("p") as number[];
/** Numbers as they come back: what is none comes as a tag. */
const tagged = (n: number) => (Number.isFinite(n) ? n : { $: `${n}` });
/** dz of a mistake, from p and t of each class. */
const dz = ({ target }: Data, right: Truth, slope: (p: number, t: number, i: number) => number) => ({
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
const logOfP = (data: Data, right: Truth, term: (t: number, p: number) => number) => ({
  loss: tagged(sumOf(pOf(right).map((p, i) => term(data.target[i]!, p)))),
});

/** Logits of a network of one hidden layer: U·sigmoid(W·x). */
function logits(U: number[][], W: number[][], x: number[]): number[] {
  const times = (M: number[][], v: number[]) => M.map((row) => sumOf(row.map((m, j) => m * v[j]!)));
  return times(U, times(W, x).map(makeKit().act("sigmoid").f));
}

export default exercise<typeof import("../../../exercises/06-losses/softmax-cross-entropy.ts")>()({
  title: "6.2 Softmax and cross-entropy",
  points: 2,
  source: "P05, C02, C10",
  exports: ["softmaxCrossEntropy"],
  input: (d): Data => {
    const z = d.vec(d.int(3, 5), -2, 2);
    const weights = d.vec(z.length, 0.1, 1);
    return { z, target: weights.map((w) => w / sumOf(weights)) };
  },
  cases: () => ({
    "one right class": { z: [0.4, -1.2, 0.9, 0.1], target: [0, 1, 0, 0] },
    "a p that becomes 0, its target 0 too": { z: [800, -800, 3], target: [1, 0, 0] },
    "a p that becomes 0, its target not": { z: [-800, 3, 2], target: [0.25, 0.5, 0.25] },
  }),
  worked: [
    ["softmax-cross-entropy", "softmax-large-logits", "cis7000-classification-heads"],
    (given, expected) => {
      if (given.has("U")) {
        const z = logits(given.mat("U"), given.mat("W"), given.vec("x"));
        return { input: { z, target: [1, 0] }, answer: { p: expected.vec("multiclass_p") } };
      }
      const z = given.vec("z");
      return given.has("softTarget")
        ? {
            input: { z, target: given.vec("softTarget") },
            answer: { p: expected.vec("p"), loss: expected.num("ceSoft"), dz: expected.vec("dCeSoft_dz") },
          }
        : {
            input: { z, target: z.map((_, i) => (i === given.num("oneHotClass") ? 1 : 0)) },
            answer: { p: expected.vec("p"), loss: expected.num("ceOneHot") },
          };
    },
  ],
  model: (data, { of }) => {
    const z = of(data.z);
    return { z, p: z.softmax(), loss: z.logSoftmax().mul(of(data.target)).sum().neg() };
  },
  call: (s, { z, target }) => s.softmaxCrossEntropy(z, target),
  parts: ({ value, gradient }) => ({ p: value("p"), loss: value("loss"), dz: gradient("z") }),
  slips: [
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
  ],
  hints: [
    "softmax does not change when all logits lose the same number. Which number keeps every e^z at most 1?",
    "ln p[i] = z[i] - lse with lse = ln of the sum of e^z. Write the loss with it, then differentiate: what is the slope of lse by z[i]?",
    "With m the largest logit: lse = m + ln(sum of e^(z - m)), loss = sum of target·(lse - z), dz = p - target.",
  ],
});
