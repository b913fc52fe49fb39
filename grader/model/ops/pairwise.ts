/** @file Ops on two tensors, entry by entry; the smaller one, a scalar or a row, is repeated over the larger. */
import type { Field } from "../field.ts";
import { type Shape, shapeText, size } from "../nest.ts";
import type { Op, Tensor } from "./op.ts";

interface Binary {
  readonly formula: string;
  readonly f: <N>(F: Field<N>, a: N, b: N) => N;
  readonly slopes: <N>(F: Field<N>, a: N, b: N) => readonly [byA: N, byB: N];
  /** The op has a kink where both are equal. */
  readonly tie?: true;
  readonly domain?: readonly [low: number, high: number];
}

function broadcast(a: Shape, b: Shape): Shape {
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  const fits = small.every((n, i) => n === large[large.length - small.length + i]);
  if (!fits) throw new Error(`shapes ${shapeText(a)} and ${shapeText(b)} do not broadcast`);
  return large;
}
/** Entry i of a tensor that is repeated along the leading axes. */
const at = <N>({ data }: Tensor<N>, i: number): N => data[i % data.length]!;

/** Sums g over the axes along which an argument of `length` entries was repeated. */
function unbroadcast<N>(F: Field<N>, g: readonly N[], length: number): N[] {
  const sum = g.slice(0, length);
  for (let i = length; i < g.length; i++) sum[i % length] = F.add(sum[i % length]!, g[i]!);
  return sum;
}

function pairwise({ formula, f, slopes, tie, domain }: Binary): Op {
  return {
    formula,
    shape: ([a, b]) => broadcast(a!, b!),
    forward: (F, [a, b]) => {
      const length = size(broadcast(a!.shape, b!.shape));
      return Array.from({ length }, (_, i) => f(F, at(a!, i), at(b!, i)));
    },
    vjp: (F, g, _y, [a, b]) => {
      const both = g.map((gi, i) => {
        const [byA, byB] = slopes(F, at(a!, i), at(b!, i));
        return [F.mul(gi, byA), F.mul(gi, byB)] as const;
      });
      return [
        unbroadcast(
          F,
          both.map(([byA]) => byA),
          a!.data.length,
        ),
        unbroadcast(
          F,
          both.map(([, byB]) => byB),
          b!.data.length,
        ),
      ];
    },
    ...(tie && {
      margin: ([a, b]) => {
        const length = Math.max(a!.data.length, b!.data.length);
        return Math.min(...Array.from({ length }, (_, i) => Math.abs(at(a!, i) - at(b!, i))));
      },
    }),
    sample: { shapes: [[2, 3], [3]], at: undefined, ...(domain && { domain }) },
  };
}

/** 1 for the argument that is the result, 0 for the other. */
const choice = <N>(F: Field<N>, first: boolean) => [F.of(first ? 1 : 0), F.of(first ? 0 : 1)] as const;

export const pairwiseOps = {
  add: pairwise({
    formula: "y = a + b; ∂y/∂a = 1, ∂y/∂b = 1",
    f: (F, a, b) => F.add(a, b),
    slopes: (F) => [F.of(1), F.of(1)],
  }),
  sub: pairwise({
    formula: "y = a − b; ∂y/∂a = 1, ∂y/∂b = −1",
    f: (F, a, b) => F.sub(a, b),
    slopes: (F) => [F.of(1), F.of(-1)],
  }),
  mul: pairwise({
    formula: "y = a b; ∂y/∂a = b, ∂y/∂b = a",
    f: (F, a, b) => F.mul(a, b),
    slopes: (_F, a, b) => [b, a],
  }),
  div: pairwise({
    formula: "y = a/b; ∂y/∂a = 1/b, ∂y/∂b = −a/b²",
    f: (F, a, b) => F.div(a, b),
    slopes: (F, a, b) => [F.div(F.of(1), b), F.neg(F.div(a, F.mul(b, b)))],
    domain: [0.5, 2],
  }),
  max: pairwise({
    formula: "y = max(a, b); 1 for the larger, 0 for the other, a tie goes to a",
    f: (F, a, b) => (F.value(a) >= F.value(b) ? a : b),
    slopes: (F, a, b) => choice(F, F.value(a) >= F.value(b)),
    tie: true,
  }),
  min: pairwise({
    formula: "y = min(a, b); 1 for the smaller, 0 for the other, a tie goes to a",
    f: (F, a, b) => (F.value(a) <= F.value(b) ? a : b),
    slopes: (F, a, b) => choice(F, F.value(a) <= F.value(b)),
    tie: true,
  }),
};
