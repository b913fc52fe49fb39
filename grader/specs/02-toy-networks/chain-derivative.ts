/** @file 2.2 A chain of functions: values forward, slopes backward. */
import type { ActName } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Truth } from "../../model/truth.ts";

// All different within a chain, so that a slope of the wrong function cannot hide; exp once, so that nothing explodes.
const chains: readonly (readonly ActName[])[] = [
  ["sin", "exp"],
  ["exp", "cos", "tanh"],
  ["tanh", "exp", "sin", "sigmoid"],
  ["cos", "sigmoid", "exp", "sin", "tanh"],
];

const { act } = makeKit();
const valuesOf = (right: Truth) => right.value("values") as number[];
const slope = (name: ActName, at: number) => act(name).df(at);
/** The answer when the slope of function i is asked at this place, and joined to what comes back in this way. */
function slopesAt(
  chain: readonly ActName[],
  place: (i: number) => number,
  { end = 1, join = (slope: number, upstream: number) => slope * upstream } = {},
) {
  const upstream = [end];
  for (let i = chain.length - 1; i >= 0; i--)
    upstream.unshift(join(slope(chain[i]!, place(i)), upstream[0]!));
  return { upstream, derivative: upstream[0] };
}
/** dv(i)/dx instead of dvn/dv(i). */
function fromTheLeft(chain: readonly ActName[], values: readonly number[]) {
  const upstream = [1];
  for (const [i, name] of chain.entries()) upstream.push(upstream[i]! * slope(name, values[i]!));
  return { upstream };
}

export default exercise<typeof import("../../../exercises/02-toy-networks/chain-derivative.ts")>()({
  title: "2.2 A chain, forwards and backwards",
  points: 2,
  source: "D08, D09, D11",
  exports: ["chainDerivative"],
  input: (d) => ({ chain: d.pick(chains), x: d.pick([-1, 1]) * d.real(0.2, 1) }),
  cases: () => ({ "a chain of one function": { chain: ["tanh" as const], x: 0.4 } }),
  worked: [
    ["sigmoid-chain-vanishing"],
    (given, expected) => ({
      input: { chain: Array<ActName>(20).fill("sigmoid"), x: given.num("x") },
      answer: { derivative: expected.vec("dh_dx")[4] },
    }),
  ],
  model: ({ chain, x }, { of }) => {
    const values = [of(x)];
    for (const name of chain) values.push(values.at(-1)!.act(name));
    return { x: values[0]!, values, loss: values.at(-1)! };
  },
  call: (s, { chain, x }, kit) => {
    const dfs = chain.map((name) => kit.spy(kit.act(name).df));
    const answer = s.chainDerivative(
      chain.map((name) => kit.act(name).f),
      dfs.map((df) => df.fn),
      x,
    );
    return { ...answer, asked: dfs.map((df) => df.args) };
  },
  parts: ({ value, gradient, holds }) => ({
    values: value("values"),
    upstream: gradient("values"),
    derivative: gradient("x", "loss", { share: 1 }),
    "each slope is asked once, at its own input": holds(
      record({ values: list(number), asked: list(list(number)) }),
      ({ values, asked }) => {
        const i = asked.findIndex((at, k) => at.length !== 1 || at[0] !== values[k]);
        if (i < 0) return true;
        const times = asked[i]!.length;
        return times === 1
          ? `dfs[${i}] is asked at ${+asked[i]![0]!.toPrecision(6)}; the input of function ${i} is values[${i}]`
          : times === 0
            ? `dfs[${i}] is never asked`
            : `dfs[${i}] is asked ${times} times; once is enough when upstream[${i + 1}] is reused`;
      },
    ),
  }),
  slips: [
    {
      id: "wrong-eval-point",
      say: "every slope is asked at x; only the first function stands there, each later one at the value it receives",
      answers: ({ chain, x }) => slopesAt(chain, () => x),
    },
    {
      id: "act-deriv-at-output",
      say: "each slope is asked at the output of its function; the slope belongs to the input, values[i] for dfs[i]",
      answers: ({ chain }, right) => slopesAt(chain, (i) => valuesOf(right)[i + 1]!),
    },
    {
      id: "running-product",
      say: "upstream[i] holds the slopes up to value i, counted from x; it should hold those from value i on to the end",
      answers: ({ chain }, right) => fromTheLeft(chain, valuesOf(right)),
    },
    {
      id: "missing-factor",
      say: "derivative stops one function too early: the slope of the first function is missing from it",
      answers: (_input, right) => ({ derivative: (right.gradient("values") as number[])[1] }),
    },
    {
      id: "adds-slopes",
      say: "upstream[i] adds the slope to what comes back; through a chain slopes multiply",
      answers: ({ chain }, right) =>
        slopesAt(chain, (i) => valuesOf(right)[i]!, { join: (slope, upstream) => slope + upstream }),
    },
    {
      id: "missing-upstream",
      say: "upstream[i] is the slope of function i alone; the slopes of all later functions are factors too",
      answers: ({ chain }, right) => slopesAt(chain, (i) => valuesOf(right)[i]!, { join: (slope) => slope }),
    },
    {
      id: "wrong-start",
      say: "upstream starts with the last value; it starts with the slope of that value by itself",
      answers: ({ chain }, right) =>
        slopesAt(chain, (i) => valuesOf(right)[i]!, { end: valuesOf(right).at(-1)! }),
    },
  ],
  hints: [
    "Which numbers must you know before any slope can be asked? Collect them first, from left to right.",
    "Start at the end with upstream[n] = 1 and go left; each step multiplies what you have by one more slope.",
    "upstream[i] = upstream[i + 1] · dfs[i](values[i]), and derivative is upstream[0].",
  ],
});
