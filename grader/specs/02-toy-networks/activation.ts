/** @file 2.1 Eight activations and their slopes. */
import type { ActName } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise, type Part } from "../../exercise.ts";
import { leftOut } from "../../left-out.ts";
import type { Node } from "../../model/node.ts";

const names: readonly ActName[] = ["identity", "sigmoid", "tanh", "relu", "leakyRelu", "sin", "cos", "exp"];
const { act } = makeKit();
const value = (name: ActName, z: number) => act(name).f(z);
const slope = (name: ActName, z: number) => act(name).df(z);
/** leakyRelu with its two sides exchanged, and with an alpha that is always 0.1: its slope at z. */
const exchanged = (z: number, alpha: number) => (z >= 0 ? alpha : 1);
const alwaysTenth = (z: number) => (z >= 0 ? 1 : 0.1);
/** An overflow far out: f(-800), f(800), df(-800), df(800) as they then come out. */
const farOut = (name: "sigmoid" | "tanh", numbers: readonly number[], why: string) => ({
  id: "non-finite",
  say: `${name} is not a number far out: ${why}`,
  answers: () => ({ "at ±800": { [name]: numbers.map((n) => (Number.isNaN(n) ? { $: "NaN" } : n)) } }),
});
/** All values by name, the slopes of each activation, and the two lists of special places by name. */
type Answer = Record<string, unknown>;

export default exercise<typeof import("../../../exercises/02-toy-networks/activation.ts")>()({
  title: "2.1 Eight activations and their slopes",
  points: 2,
  source: "P04, C03, C04",
  exports: ["activation"],
  // Both sides of the kink, flat and steep parts, and nothing near 0: the slopes there have their own parts.
  input: (d) => ({ names, alpha: d.real(0.05, 0.6), z: [...d.vec(3, -3, -0.1), ...d.vec(3, 0.1, 3)] }),
  worked: [
    ["activation-table"],
    (given, expected) => ({
      input: { names, alpha: given.num("leakyAlpha"), z: given.vec("z") },
      answer: {
        f: Object.fromEntries(names.map((name) => [name, expected.vec(`${name}.value`)])),
        ...Object.fromEntries(names.map((name) => [`${name}.df`, expected.vec(`${name}.derivative`)])),
      },
    }),
  ],
  model: ({ z, alpha }, { of }) => {
    const at = of(z);
    const f = {
      identity: at.act("identity"),
      sigmoid: at.sigmoid(),
      tanh: at.tanh(),
      relu: at.relu(),
      leakyRelu: at.max(at.mul(alpha)), // the larger of z and alpha·z, since alpha < 1
      sin: at.sin(),
      cos: at.cos(),
      exp: at.exp(),
    };
    // The sum over z has, entry by entry, the slope as its gradient.
    const sums = Object.fromEntries(names.map((name) => [`sum of ${name}`, f[name].sum()]));
    return { z: at, ...f, ...(sums as Record<`sum of ${ActName}`, Node>) };
  },
  call: (s, { names, alpha, z }) => {
    const f: Record<string, number[] | undefined> = {};
    const at0: Record<string, number> = {};
    const far: Record<string, number[]> = {};
    const answer: Answer = { f, "df(0)": at0, "at ±800": far };
    for (const name of names) {
      const made = s.activation(name, alpha);
      f[name] = made?.f && z.map((v) => made.f(v));
      answer[`${name}.df`] = made?.df && z.map((v) => made.df(v));
      if (name === "relu" || name === "leakyRelu") at0[name] = made?.df?.(0);
      if (name === "sigmoid" || name === "tanh")
        far[name] = made?.df && [made.f(-800), made.f(800), made.df(-800), made.df(800)];
    }
    const [without, passed] = [s.activation("leakyRelu"), s.activation("leakyRelu", 0.1)];
    answer["without alpha"] = [without, passed].map((made) => [made?.f?.(-2), made?.df?.(-2)]);
    return answer;
  },
  parts: ({ equals, gradient, holds }) => {
    const slopes = names.map((name): [string, Part<unknown>] => [
      `${name}.df`,
      gradient("z", `sum of ${name}`, { share: 1 }),
    ]);
    return {
      f: equals((_input, truth) => Object.fromEntries(names.map((name) => [name, truth.value(name)])), {
        share: 4,
      }),
      ...Object.fromEntries(slopes),
      "df(0)": equals(() => ({ relu: 0, leakyRelu: 1 })),
      "alpha without a value": leftOut(holds, "alpha", "0.1"),
      "at ±800": equals(() => ({ sigmoid: [0, 1, 0, 0], tanh: [-1, 1, 0, 0] })),
    };
  },
  slips: [
    {
      id: "act-deriv-at-input",
      say: "sigmoid.df is s·(1 − s) with z put in for s: that formula wants the value s = f(z), while df receives z",
      answers: ({ z }) => ({ "sigmoid.df": z.map((v) => v * (1 - v)) }),
    },
    {
      id: "act-deriv-at-input",
      say: "tanh.df is 1 − t² with z put in for t: that formula wants the value t = f(z), while df receives z",
      answers: ({ z }) => ({ "tanh.df": z.map((v) => 1 - v * v) }),
    },
    {
      id: "wrong-on-negative",
      say: "the two sides of leakyRelu are exchanged: alpha belongs to the side below 0",
      answers: ({ z, alpha }) => ({
        f: { leakyRelu: z.map((v) => v * exchanged(v, alpha)) },
        "leakyRelu.df": z.map((v) => exchanged(v, alpha)),
      }),
    },
    {
      id: "wrong-on-negative",
      say: "the slopes of leakyRelu's two sides are exchanged: alpha belongs to the side below 0",
      answers: ({ z, alpha }) => ({ "leakyRelu.df": z.map((v) => exchanged(v, alpha)) }),
    },
    {
      id: "stale-param",
      say: "leakyRelu does not use the alpha it is called with; 0.1 is only the value when none is given",
      answers: ({ z }) => ({
        f: { leakyRelu: z.map((v) => v * alwaysTenth(v)) },
        "leakyRelu.df": z.map((v) => alwaysTenth(v)),
      }),
    },
    {
      id: "stale-param",
      say: "the slope of leakyRelu does not use the alpha it is called with; 0.1 is only the value when none is given",
      answers: ({ z }) => ({ "leakyRelu.df": z.map((v) => alwaysTenth(v)) }),
    },
    {
      id: "sign",
      say: "the slope of cos has the opposite sign: where cos falls, its slope is negative",
      answers: ({ z }) => ({ "cos.df": z.map(Math.sin) }),
    },
    {
      id: "kink-convention",
      say: "at z = 0 itself relu has no slope, and the course takes 0 there: look at > and >=",
      answers: () => ({ "df(0)": { relu: 1 } }),
    },
    {
      id: "kink-convention",
      say: "at z = 0 itself leakyRelu takes the slope of its upper side, z >= 0: look at > and >=",
      answers: ({ alpha }) => ({ "df(0)": { leakyRelu: alpha } }),
    },
    {
      id: "act-deriv-at-output",
      say: "sigmoid.df asks its slope at s = f(z); df receives z, and the slope belongs there",
      answers: ({ z }) => ({ "sigmoid.df": z.map((v) => slope("sigmoid", value("sigmoid", v))) }),
    },
    {
      id: "act-deriv-at-output",
      say: "tanh.df asks its slope at t = f(z); df receives z, and the slope belongs there",
      answers: ({ z }) => ({ "tanh.df": z.map((v) => slope("tanh", value("tanh", v))) }),
    },
    farOut(
      "sigmoid",
      [0, NaN, 0, NaN],
      "at z = 800 its exp(z) is Infinity, and Infinity/Infinity is not a number",
    ),
    farOut(
      "sigmoid",
      [0, 1, NaN, 0],
      "at z = -800 the exp(-z) of its slope is Infinity, and Infinity/Infinity is not a number",
    ),
    farOut(
      "tanh",
      [NaN, NaN, 0, 0],
      "at z = ±800 its exp is Infinity, and Infinity/Infinity is not a number; Math.tanh is safe",
    ),
  ],
  hints: [
    "For sigmoid and tanh: can you write the slope with the value f(z) that you already know how to compute?",
    "sigmoid with value s has slope s·(1 − s), tanh with value t has 1 − t². df(z) first works out that value at z.",
    "For z < 0 use exp(z) / (1 + exp(z)), which cannot overflow there; for z >= 0 use 1 / (1 + exp(-z)).",
  ],
});
