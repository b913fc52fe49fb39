/** @file What students write for the slope of an entrywise op: a table for all of them, and one for each. */
import type { OpName } from "../../model/ops.ts";
import { ACTIVATIONS, f, map, other, type Site, slopeOf, type WrongSlope } from "./site.ts";

const DIVIDED = "the gradient is divided by the slope, not multiplied";

/** Slopes that anybody may write for any activation. */
const anywhere: readonly WrongSlope[] = [
  {
    id: "missing-act-deriv",
    say: "the gradient passes unchanged: it must be multiplied by the slope there",
    slope: ({ x }) => map(x, () => 1),
  },
  {
    id: "act-deriv-at-output",
    say: "the slope is asked at the output; it belongs to the input",
    slope: ({ y, node }) => slopeOf(node.step!, y),
  },
  {
    id: "wrong-act-deriv",
    say: "the value of the function stands where its slope belongs",
    slope: ({ y }) => y,
  },
  {
    id: "wrong-act-deriv",
    say: "the input of the function stands where its slope belongs",
    slope: ({ x }) => x,
  },
  {
    id: "wrong-act-deriv",
    say: "the slope has the opposite sign",
    slope: ({ slope }) => map(slope, (s) => -s),
  },
  {
    id: "extra-act-deriv",
    say: "the slope is multiplied twice",
    slope: ({ slope }) => map(slope, (s) => s * s),
  },
  {
    id: "wrong-loss",
    say: "the slope is that of its square",
    slope: ({ y, slope }) => map(slope, (s, k) => 2 * y[k]! * s),
  },
  {
    id: "wrong-act-deriv",
    say: DIVIDED,
    slope: ({ slope }) => map(slope, (s) => 1 / s),
  },
  ...(["tanh", "sigmoid", "relu", "sin", "cos", "exp"] as const).flatMap((name): WrongSlope[] => [
    {
      id: "wrong-act-deriv",
      say: `the slope is that of ${name}, another function`,
      slope: ({ x }) => slopeOf(other(name), x),
    },
    {
      id: "wrong-act-deriv",
      say: `the slope is the formula for ${name}, another function, fed with this one's output`,
      slope: ({ x, y }) => slopeOf(other(name), x, y),
    },
    {
      id: "wrong-act-deriv",
      say: `${name} itself stands where the slope belongs`,
      slope: ({ x }) => f(other(name), x),
    },
  ]),
  ...[0.01, 0.1, 0.2, 0.3].map((alpha) => ({
    id: "wrong-on-negative",
    say: `the slope is ${alpha} for negative inputs, as a leaky relu has it`,
    slope: ({ x }: Site) => map(x, (xi) => (xi > 0 ? 1 : alpha)),
  })),
];

/** A formula in the output y, with its usual slips. */
const byOutput = (
  right: string,
  formula: (y: number) => number,
  slips: Record<string, (y: number) => number>,
) => [
  {
    id: "act-deriv-at-input",
    say: `${right} takes the output of the function; its input was inserted`,
    slope: ({ x }: Site) => map(x, formula),
  },
  ...Object.entries(slips).map(([wrong, slip]) => ({
    id: "wrong-act-deriv",
    say: `the slope is not ${wrong}: derive it again, with y for the output`,
    slope: ({ y }: Site) => map(y, slip),
  })),
];

const special: Partial<Record<OpName, readonly WrongSlope[]>> = {
  tanh: [
    ...byOutput("1 - y²", (y) => 1 - y * y, {
      "1 + y²": (y) => 1 + y * y,
      "-y²": (y) => -y * y,
      "y² - 1": (y) => y * y - 1,
      "1 - y": (y) => 1 - y,
      "y²": (y) => y * y,
      "2y": (y) => 2 * y,
      "y(1 - y²)": (y) => y * (1 - y * y),
      "√(1 - y²)": (y) => Math.sqrt(1 - y * y),
      "1 - 2y": (y) => 1 - 2 * y,
    }),
  ],
  sigmoid: [
    ...byOutput("y(1 - y)", (y) => y * (1 - y), {
      "1 - y": (y) => 1 - y,
      "y(1 + y)": (y) => y * (1 + y),
      "y²": (y) => y * y,
      "y² - y": (y) => y * y - y,
      "1 - y²": (y) => 1 - y * y,
      "y - 1": (y) => y - 1,
      "y²(1 - y)": (y) => y * y * (1 - y),
      "(1 - y)²": (y) => (1 - y) ** 2,
    }),
  ],
  relu: [
    {
      id: "relu-mask-wrong",
      say: "the mask is 1 where it must be 0 and 0 where it must be 1",
      slope: ({ x }) => map(x, (v) => (v > 0 ? 0 : 1)),
    },
    {
      id: "relu-mask-wrong",
      say: "the mask looks at the sign of the incoming gradient; it belongs to the sign of the input",
      slope: ({ g }) => map(g, (v) => (v > 0 ? 1 : 0)),
    },
    {
      id: "relu-mask-wrong",
      say: "the mask also asks for a positive gradient; only the sign of the input counts",
      slope: ({ x, g }) => map(x, (v, i) => (v > 0 && g[i]! > 0 ? 1 : 0)),
    },
    {
      id: "wrong-act-deriv",
      say: "the slope is the sign of the input: below 0 it must be 0",
      slope: ({ x }) => map(x, Math.sign),
    },
    ...[1, -1, 0.5, -0.5, 0.1, -0.1].map((at) => ({
      id: "wrong-threshold",
      say: `the slope changes at ${at}; it changes where the input is 0`,
      slope: ({ x }: Site) => map(x, (v) => (v > at ? 1 : 0)),
    })),
  ],
  square: [
    { id: "factor-2", say: "the factor 2 of the square is missing", slope: ({ x }) => x },
    {
      id: "missing-inner-deriv",
      say: "the square brings down its base too, not the factor 2 alone",
      slope: ({ x }) => map(x, () => 2),
    },
    {
      id: "wrong-act-deriv",
      say: "the square itself stands where its slope belongs",
      slope: ({ x }) => map(x, (v) => 2 * v * v),
    },
    {
      id: "wrong-on-negative",
      say: "the sign of the base is lost",
      slope: ({ x }) => map(x, (v) => 2 * Math.abs(v)),
    },
    {
      id: "wrong-on-negative",
      say: "a negative base contributes nothing",
      slope: ({ x }) => map(x, (v) => 2 * Math.max(0, v)),
    },
    { id: "wrong-loss", say: "the slope is that of an absolute value", slope: ({ x }) => map(x, Math.sign) },
    {
      id: "wrong-loss",
      say: "the slope is twice that of an absolute value",
      slope: ({ x }) => map(x, (v) => 2 * Math.sign(v)),
    },
  ],
  exp: [
    {
      id: "wrong-act-deriv",
      say: "the power rule was used on the exponential",
      slope: ({ x }) => map(x, (v) => v * Math.exp(v - 1)),
    },
  ],
  log: [
    {
      id: "log-base",
      say: "the slope is that of a logarithm to another base",
      slope: ({ x }) => map(x, (v) => 1 / (v * Math.LN10)),
    },
  ],
  log10: [
    {
      id: "log-base",
      say: "the slope is that of the natural logarithm: the base 10 leaves a constant factor",
      slope: ({ x }) => map(x, (v) => 1 / v),
    },
    {
      id: "log-base",
      say: "the constant of the base 10 belongs into the denominator",
      slope: ({ x }) => map(x, (v) => Math.LN10 / v),
    },
    {
      id: "log-base",
      say: "only the constant of the base is there, the slope of the logarithm is not",
      slope: ({ x }) => map(x, () => 1 / Math.LN10),
    },
    {
      id: "log-base",
      say: "the slope is that of a logarithm to base 2",
      slope: ({ x }) => map(x, (v) => 1 / (v * Math.LN2)),
    },
  ],
  neg: [{ id: "sign-partial", say: "the minus is lost", slope: ({ x }) => map(x, () => 1) }],
};

const inner: readonly WrongSlope[] = anywhere
  .slice(0, 6)
  .map((rule) => (rule.id === "missing-act-deriv" ? { ...rule, id: "missing-inner-deriv" } : rule));

/** The slips for ops that are taken for one kind: all the same op, or a mixture of activations. */
export function wrongSlopes([op, ...others]: readonly OpName[]): readonly WrongSlope[] {
  const own = others.length ? [] : (special[op!] ?? []);
  // A square or a logarithm is not taken for an activation: only its own slips, and that its slope is missing.
  const all = ACTIVATIONS.includes(op!) ? anywhere : op === "neg" ? [] : inner;
  // 1/e^x is e^-x: rather a sign that was lost on the way forward.
  const usual = op === "exp" ? all.filter(({ say }) => say !== DIVIDED) : all;
  return [...usual.slice(0, 1), ...own, ...usual.slice(1)];
}
