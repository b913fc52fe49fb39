/** @file 6.4 Binary cross-entropy, from logits. */
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";

type Data = { readonly z: number[]; readonly y: number[] };

const { f: sigmoid } = makeKit().act("sigmoid");
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const tagged = (n: number) => (Number.isFinite(n) ? n : { $: `${n}` });
/** The mean of a cost that is taken to be another. */
const loss = ({ z, y }: Data, cost: (z: number, y: number) => number) => ({
  loss: tagged(sumOf(z.map((zi, i) => cost(zi, y[i]!))) / z.length),
});
/** dz of a mistake, from yhat, y and n. */
const dz = ({ z, y }: Data, slope: (p: number, y: number, n: number) => number) => ({
  dz: z.map((zi, i) => slope(sigmoid(zi), y[i]!, z.length)),
});
const both = (p: number, y: number) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
const ofLabel = (p: number, y: number) => (y ? -Math.log(p) : -Math.log(1 - p));
/** The logarithm never meets 0: p is kept at a distance `e` from 0 and 1. */
const clipped = (e: number) => (z: number, y: number) => both(Math.min(Math.max(sigmoid(z), e), 1 - e), y);
const clippedSay =
  "yhat is kept away from 0 and 1 before the logarithm: then no confident mistake costs more than that border allows";
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

const farOff = "a logit of ±1000 makes yhat exactly 0 or 1";

export default exercise<typeof import("../../../exercises/06-losses/bce-with-logits.ts")>()({
  title: "6.4 Binary cross-entropy from logits",
  points: 2,
  source: "C10, F03, P05",
  exports: ["bceWithLogits"],
  input: (d): Data => {
    const z = d.vec(d.int(3, 6), -3, 3);
    return { z, y: [1, 0, ...z.slice(2).map(() => d.pick([0, 1]))] };
  },
  cases: () => ({
    "logits of 1000 and -1000": { z: [1000, -1000, 1000, -1000, 0.5], y: [0, 1, 1, 0, 1] },
    "logits of 40 and -40": { z: [-40, 40, 40, 0.25], y: [1, 0, 1, 0] },
  }),
  worked: [
    ["inf721-logistic-batch", "cis7000-classification-heads"],
    (given, expected) => {
      if (given.has("beta")) {
        const z = sumOf(
          given.mat("W").map((row, i) => {
            const hidden = sigmoid(sumOf(row.map((w, j) => w * given.vec("x")[j]!)));
            return given.vec("beta")[i]! * hidden;
          }),
        );
        const p = expected.num("binary_p_y1");
        return { input: { z: [z], y: [1] }, answer: { loss: -Math.log(p), dz: [p - 1] } };
      }
      const [w, b, y] = [given.vec("w"), given.num("b"), given.vec("y")];
      return {
        input: { z: given.mat("X").map((x) => sumOf(x.map((xj, j) => w[j]! * xj)) + b), y },
        answer: {
          loss: expected.num("L_mean"),
          dz: expected.vec("yhat").map((p, i) => (p - y[i]!) / y.length),
        },
      };
    },
  ],
  model: (data, { of }) => {
    const z = of(data.z);
    return {
      z,
      loss: z
        .softplus()
        .sub(z.mul(of(data.y)))
        .mean(),
    };
  },
  call: (s, { z, y }) => s.bceWithLogits(z, y),
  parts: ({ value, gradient }) => ({ loss: value("loss"), dz: gradient("z") }),
  slips: [
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
    { id: "clipped", say: clippedSay, answers: (data) => loss(data, clipped(1e-7)) },
    { id: "clipped", say: clippedSay, answers: (data) => loss(data, clipped(1e-8)) },
    { id: "clipped", say: clippedSay, answers: (data) => loss(data, clipped(1e-10)) },
    { id: "clipped", say: clippedSay, answers: (data) => loss(data, clipped(1e-12)) },
    { id: "clipped", say: clippedSay, answers: (data) => loss(data, clipped(1e-15)) },
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
  ],
  hints: [
    "For y = 1 the cost is -ln σ(z). Write σ(z) as a fraction: what is the logarithm of 1 over something?",
    "For both labels the cost is ln(1 + e^z) - y·z. Take e^z out of the bracket where z is positive, so that only e^-|z| is left.",
    "cost = max(z, 0) - y·z + log1p(exp(-|z|)), its slope σ(z) - y; then divide both by n.",
  ],
});
