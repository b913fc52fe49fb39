/** @file Slips of 6.4: another cost of an example, another slope, or a logarithm that meets 0. */
import { makeKit } from "../../cell/kit.ts";
import type { Slip } from "../../exercise.ts";

export type Data = { readonly z: number[]; readonly y: number[] };

export const { f: sigmoid } = makeKit().act("sigmoid");
export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const tagged = (n: number) => (Number.isFinite(n) ? n : { $: `${n}` });
/** The mean of a cost that is taken to be another. */
export const loss = ({ z, y }: Data, cost: (z: number, y: number) => number) => ({
  loss: tagged(sumOf(z.map((zi, i) => cost(zi, y[i]!))) / z.length),
});
/** dz of a mistake, from yhat, y and n. */
export const dz = ({ z, y }: Data, slope: (p: number, y: number, n: number) => number) => ({
  dz: z.map((zi, i) => slope(sigmoid(zi), y[i]!, z.length)),
});
export const both = (p: number, y: number) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
const ofLabel = (p: number, y: number) => (y ? -Math.log(p) : -Math.log(1 - p));
const borders = [1e-7, 1e-8, 1e-10, 1e-12, 1e-15];
/** ln(yhat + e) and ln(1 - yhat + e). */
const lifted = (e: number) => (z: number, y: number) =>
  -(y * Math.log(sigmoid(z) + e) + (1 - y) * Math.log(1 - sigmoid(z) + e));
/** Each logarithm with a border of its own below. */
const floored = (e: number) => (z: number, y: number) =>
  -(y * Math.log(Math.max(sigmoid(z), e)) + (1 - y) * Math.log(Math.max(1 - sigmoid(z), e)));
/** The logarithm never meets 0: p is kept at a distance `e` from 0 and 1. */
const clipped = (e: number) => (z: number, y: number) => both(Math.min(Math.max(sigmoid(z), e), 1 - e), y);
const clippedSay =
  "yhat is kept away from 0 and 1 before the logarithm, by a border or a small number added: then no confident mistake costs more than that allows";
const guards = borders.flatMap((e) =>
  [clipped(e), lifted(e), floored(e)].map(
    (cost): Slip<Data, unknown> => ({ id: "clipped", say: clippedSay, answers: (data) => loss(data, cost) }),
  ),
);
export const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

const farOff = "a logit of ±1000 makes yhat exactly 0 or 1";

export const slips: readonly Slip<Data, unknown>[] = [
  {
    id: "non-finite",
    say: `the loss is NaN: ${farOff}, and 0·ln(0) is not a number; write the cost in z, without ln(yhat)`,
    answers: (data) => loss(data, (z, y) => both(sigmoid(z), y)),
  },
  {
    id: "non-finite",
    say: `the loss is Infinity: ${farOff}, and ln(0) is -Infinity; write the cost in z, without ln(yhat)`,
    answers: (data) => loss(data, (z, y) => ofLabel(sigmoid(z), y)),
  },
  {
    id: "non-finite",
    say: "the loss is Infinity: e^1000 overflows inside ln(1 + e^z); for large z that logarithm is nearly z itself",
    answers: (data) => loss(data, (z, y) => Math.log(1 + Math.exp(z)) - y * z),
  },
  {
    id: "non-finite",
    say: "dz is not a number: at z = 1000 e^z is Infinity, and Infinity/Infinity is none; use e^-z on that side",
    answers: ({ z, y }) => ({
      dz: z.map((zi, i) => tagged((Math.exp(zi) / (1 + Math.exp(zi)) - y[i]!) / z.length)),
    }),
  },
  ...guards,
  {
    id: "bce-bracket",
    say: "the minus reaches only the first term, as in a slide's misprint: with y = 0 the cost is negative; put a bracket behind the minus",
    answers: (data) => loss(data, (z, y) => (y ? softplus(-z) : -softplus(z))),
  },
  {
    id: "bce-bracket",
    say: "the minus reaches only the first term, as in a slide's misprint: with y = 0 the cost is negative; put a bracket behind the minus",
    answers: (data) => loss(data, (z, y) => -y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z))),
  },
  {
    id: "bce-bracket",
    say: "dz belongs to a loss whose minus reaches only its first term; put a bracket behind the minus",
    answers: (data) => dz(data, (p, y, n) => (y ? p - 1 : -p) / n),
  },
  {
    id: "not-accumulated",
    say: "the loss is the cost of the last example alone, divided by n: add up all of them, with += where = stands",
    answers: ({ z, y }) => ({ loss: (softplus(z.at(-1)!) - y.at(-1)! * z.at(-1)!) / z.length }),
  },
  {
    id: "sum-vs-mean",
    say: "loss and dz are sums over the examples; the mean is asked for, so divide both by n",
    answers: (data, right) => ({
      loss: (right.value("loss") as number) * data.z.length,
      ...dz(data, (p, y) => p - y),
    }),
  },
  {
    id: "sum-vs-mean",
    say: "dz is that of each example alone; the loss is a mean, so each example has only 1/n of a say",
    answers: (data) => dz(data, (p, y) => p - y),
  },
  {
    id: "sign",
    say: "dz has the opposite sign: at y = 1 the loss falls when z grows, so dz is negative there",
    answers: (data) => dz(data, (p, y, n) => (y - p) / n),
  },
  {
    id: "extra-act-deriv",
    say: "the slope of the sigmoid is in there twice: yhat - y already contains it",
    answers: (data) => dz(data, (p, y, n) => ((p - y) * p * (1 - p)) / n),
  },
  {
    id: "missing-act-deriv",
    say: "dz holds the slopes by yhat; the sigmoid lies between yhat and z",
    answers: ({ z, y }) => ({
      dz: z.map((zi, i) => {
        const p = sigmoid(zi);
        return tagged((p - y[i]!) / (p * (1 - p)) / z.length);
      }),
    }),
  },
  {
    id: "missing-target",
    say: "dz is the sigmoid alone: z also stands in the cost by itself, with the label",
    answers: (data) => dz(data, (p, _y, n) => p / n),
  },
  {
    id: "label-ignored",
    say: "every example costs as if its label were 0; a label of 1 asks for a large z",
    answers: (data) => loss(data, (z) => softplus(z)),
  },
];
