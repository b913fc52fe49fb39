/** @file 3.3 A diagonal Jacobian and a dense one. */
import type { ActName, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly z: number[]; readonly act: ActName };
const { act } = makeKit();
const slopes = ({ z, act: name }: Data): Vec => z.map(act(name).df);

/** A matrix from the probabilities, entry by entry; `same` says whether row and column agree. */
const fromP = (right: Truth, entry: (pi: number, pj: number, same: boolean) => number) => {
  const p = right.value("p") as number[];
  return { softmax: p.map((pi, i) => p.map((pj, j) => entry(pi, pj, i === j))) };
};
const isLarge = ({ z }: Data) => Math.max(...z) > 709; // e^z is Infinity from here on
const notANumber = { $: "NaN" };
/** e^z without taking the largest logit off: Infinity/Infinity for those that overflow. */
const overflowing = ({ z }: Data, right: Truth) => {
  const { softmax } = fromP(right, (pi, pj, same) => pi * ((same ? 1 : 0) - pj));
  const lost = z.map((zi) => zi > 709);
  return { softmax: softmax.map((row, i) => row.map((s, j) => (lost[i] || lost[j] ? notANumber : s))) };
};

export default exercise<typeof import("../../../exercises/03-jacobians/structured-jacobians.ts")>()({
  title: "3.3 A diagonal Jacobian and a dense one",
  points: 2,
  source: "C02, D17",
  exports: ["structuredJacobians"],
  input: (d): Data => ({
    z: d.vec(d.pick([3, 4, 5]), -2, 2),
    act: d.pick(["tanh", "sigmoid", "sin", "relu"]),
  }),
  cases: (): Record<string, Data> => ({
    "logits of 1000 and more": { z: [1000, 1001, 1002.5], act: "tanh" },
    "one logit far above the others": { z: [0.25, 1000, -1000], act: "tanh" },
    "a relu at exactly 0": { z: [0, -1.5, 0.5, 2], act: "relu" },
    "a single logit": { z: [0.7], act: "exp" },
  }),
  worked: [
    ["ds542-relu-jacobian", "softmax-cross-entropy"],
    (given, expected) =>
      given.has("b")
        ? {
            input: { z: given.vec("b"), act: "relu" } satisfies Data,
            answer: { elementwise: expected.mat("jacobian") },
          }
        : {
            input: { z: given.vec("z"), act: "sigmoid" } satisfies Data,
            answer: { softmax: expected.mat("softmaxJacobian") },
          },
  ],
  model: ({ z: logits, act }, { of }) => {
    const z = of(logits);
    return { z, h: z.act(act), p: z.softmax() };
  },
  call: (s, { z, act }, kit) => s.structuredJacobians(kit.act(act).df, z),
  parts: ({ jacobian }) => ({
    elementwise: jacobian("h", "z"),
    softmax: jacobian("p", "z"),
  }),
  slips: [
    {
      id: "wrong-shape",
      say: "elementwise is the list of slopes; as a Jacobian they stand on the diagonal of a square matrix of zeros",
      answers: (data) => ({ elementwise: slopes(data) }),
    },
    {
      id: "not-diagonal",
      say: "elementwise: h[i] is computed from z[i] alone, so what does nudging another entry of z do to it?",
      answers: (data) => ({ elementwise: data.z.map(() => slopes(data)) }),
    },
    {
      id: "not-diagonal",
      say: "elementwise: h[i] is computed from z[i] alone, so what does nudging another entry of z do to it?",
      answers: (data) => ({ elementwise: slopes(data).map((slope) => data.z.map(() => slope)) }),
    },
    {
      id: "diag-only",
      say: "softmax has its diagonal only: every p[i] has all of z in its denominator, so the other entries are not 0",
      answers: (_data, right) => fromP(right, (pi, _pj, same) => (same ? pi * (1 - pi) : 0)),
    },
    {
      id: "sign",
      say: "softmax: off the diagonal the sign is wrong. When z[j] grows, p[j] takes its share from all the others",
      answers: (_data, right) => fromP(right, (pi, pj, same) => pi * (same ? 1 - pj : pj)),
    },
    {
      id: "sign",
      say: "softmax has the opposite sign everywhere: does p[i] grow or shrink when its own logit grows?",
      answers: (_data, right) => fromP(right, (pi, pj, same) => pi * (pj - (same ? 1 : 0))),
    },
    {
      id: "missing-factor",
      say: "softmax lacks the factor p[i]: a probability near 0 hardly moves, however z is nudged",
      answers: (_data, right) => fromP(right, (_pi, pj, same) => (same ? 1 : 0) - pj),
    },
    {
      id: "missing-path",
      say: "softmax treats its denominator as a constant: z[j] is in the sum under every p[i] as well",
      answers: (_data, right) => fromP(right, (pi, _pj, same) => (same ? pi : 0)),
    },
    {
      id: "missing-path",
      say: "softmax lacks what z[j] does in the numerator of p[j]: on the diagonal there is a second contribution",
      answers: (_data, right) => fromP(right, (pi, pj) => -pi * pj),
    },
    {
      id: "non-finite",
      say: "softmax is not a number for logits of 1000: e^1000 is Infinity. Take the largest logit off all of them first",
      answers: (data, right) => (isLarge(data) ? overflowing(data, right) : {}),
    },
  ],
  hints: [
    "Nudge z[j] alone. Which entries of h move, and which entries of p?",
    "elementwise has df(z[i]) on its diagonal and 0 elsewhere. For softmax treat i = j and i ≠ j apart: quotient rule.",
    "softmax[i][j] = p[i]·(1 - p[i]) on the diagonal, -p[i]·p[j] elsewhere; compute e^(z - max z) to stay finite.",
  ],
});
