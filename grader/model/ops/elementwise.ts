/** @file Ops that treat every entry alone: y = f(x). */
import type { Field } from "../field.ts";
import type { Op, Sample } from "./op.ts";

interface Scalar<At> {
  readonly formula: string;
  readonly f: <N>(F: Field<N>, x: N, at: At) => N;
  readonly slope: <N>(F: Field<N>, x: N, y: N, at: At) => N;
  /** Where the slope jumps. */
  readonly kink?: number;
  readonly domain?: Sample<At>["domain"];
  readonly at: At;
}

function elementwise<At = undefined>({ formula, f, slope, kink, domain, at: sampleAt }: Scalar<At>): Op<At> {
  return {
    formula,
    entrywise: true,
    shape: ([x]) => x!,
    forward: (F, [x], at) => x!.data.map((xi) => f(F, xi, at)),
    vjp: (F, g, y, [x], at) => [g.map((gi, i) => F.mul(gi, slope(F, x!.data[i]!, y[i]!, at)))],
    ...(kink !== undefined && { margin: ([x]) => Math.min(...x!.data.map((xi) => Math.abs(xi - kink))) }),
    sample: { shapes: [[2, 3]], at: sampleAt, ...(domain && { domain }) },
  };
}
const plain = (scalar: Omit<Scalar<undefined>, "at">): Op => elementwise({ ...scalar, at: undefined });

const square = <N>(F: Field<N>, x: N) => F.mul(x, x);
/** Of two equal expressions the one that does not overflow. */
const sigmoid = <N>(F: Field<N>, x: N): N => {
  const e = F.exp(F.value(x) >= 0 ? F.neg(x) : x);
  return F.div(F.value(x) >= 0 ? F.of(1) : e, F.add(F.of(1), e));
};
/** xⁿ: by squaring for whole n, so that negative x are allowed; else e^(n log x). */
function power<N>(F: Field<N>, x: N, n: number): N {
  if (!Number.isInteger(n)) return F.exp(F.mul(F.of(n), F.log(x)));
  let [result, base] = [F.of(1), n < 0 ? F.div(F.of(1), x) : x];
  for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
    if (k % 2) result = F.mul(result, base);
    base = F.mul(base, base);
  }
  return result;
}

export const elementwiseOps = {
  identity: plain({ formula: "y = x; dy/dx = 1", f: (_F, x) => x, slope: (F) => F.of(1) }),
  neg: plain({ formula: "y = −x; dy/dx = −1", f: (F, x) => F.neg(x), slope: (F) => F.of(-1) }),
  exp: plain({ formula: "y = eˣ; dy/dx = y", f: (F, x) => F.exp(x), slope: (_F, _x, y) => y }),
  log: plain({
    formula: "y = ln x; dy/dx = 1/x",
    f: (F, x) => F.log(x),
    slope: (F, x) => F.div(F.of(1), x),
    domain: [0.1, 4],
  }),
  log10: plain({
    formula: "y = log10 x; dy/dx = 1/(x ln 10)",
    f: (F, x) => F.div(F.log(x), F.LN10),
    slope: (F, x) => F.div(F.of(1), F.mul(x, F.LN10)),
    domain: [0.1, 4],
  }),
  sin: plain({ formula: "y = sin x; dy/dx = cos x", f: (F, x) => F.sin(x), slope: (F, x) => F.cos(x) }),
  cos: plain({
    formula: "y = cos x; dy/dx = −sin x",
    f: (F, x) => F.cos(x),
    slope: (F, x) => F.neg(F.sin(x)),
  }),
  tanh: plain({
    formula: "y = tanh x; dy/dx = 1 − y²",
    f: (F, x) => F.tanh(x),
    slope: (F, _x, y) => F.sub(F.of(1), square(F, y)),
  }),
  sigmoid: plain({
    formula: "y = 1/(1 + e⁻ˣ); dy/dx = y(1 − y)",
    f: sigmoid,
    slope: (F, _x, y) => F.mul(y, F.sub(F.of(1), y)),
  }),
  softplus: plain({
    formula: "y = ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|); dy/dx = 1/(1 + e⁻ˣ)",
    f: (F, x) => {
      const positive = F.value(x) > 0;
      const tail = F.log1p(F.exp(positive ? F.neg(x) : x));
      return positive ? F.add(x, tail) : tail;
    },
    slope: (F, x) => sigmoid(F, x),
  }),
  relu: plain({
    formula: "y = max(x, 0); dy/dx = 1 if x > 0, else 0",
    f: (F, x) => (F.value(x) > 0 ? x : F.of(0)),
    slope: (F, x) => F.of(F.value(x) > 0 ? 1 : 0),
    kink: 0,
  }),
  leakyRelu: elementwise<number>({
    formula: "y = x if x ≥ 0, else αx; dy/dx = 1 if x ≥ 0, else α",
    f: (F, x, alpha) => (F.value(x) >= 0 ? x : F.mul(F.of(alpha), x)),
    slope: (F, x, _y, alpha) => F.of(F.value(x) >= 0 ? 1 : alpha),
    kink: 0,
    at: 0.1,
  }),
  abs: plain({
    formula: "y = |x|; dy/dx = sign x, 0 at 0",
    f: (F, x) => (F.value(x) < 0 ? F.neg(x) : x),
    slope: (F, x) => F.of(Math.sign(F.value(x))),
    kink: 0,
  }),
  square: plain({ formula: "y = x²; dy/dx = 2x", f: square, slope: (F, x) => F.mul(F.of(2), x) }),
  sqrt: plain({
    formula: "y = √x; dy/dx = 1/(2y)",
    f: (F, x) => F.sqrt(x),
    slope: (F, _x, y) => F.div(F.of(0.5), y),
    domain: [0.1, 4],
  }),
  pow: elementwise<number>({
    formula: "y = xⁿ; dy/dx = n xⁿ⁻¹",
    f: power,
    slope: (F, x, _y, n) => F.mul(F.of(n), power(F, x, n - 1)),
    at: 3,
  }),
};
