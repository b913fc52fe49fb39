/**
 * @file Every operation that works entry by entry: how, and its slope by each operand. To add one, add an entry here and
 * a line to {@link Elementwise}, which Tensor gets its methods from.
 */
import { add, each1, each2, exp, type Loop2, mul, positive, relu, sub } from "./loops.ts";
import { map, zip } from "./ndarray.ts";
import type { Operand, Tensor } from "./tensor.ts";

export interface Elementwise {
  /** a + b, entry by entry, broadcast. */
  add(b: Operand): Tensor;
  /** a − b, entry by entry, broadcast. */
  sub(b: Operand): Tensor;
  /** a ⊙ b, entry by entry, broadcast. For the matrix product see {@link Tensor.matmul}. */
  mul(b: Operand): Tensor;
  /** a ⊘ b, entry by entry, broadcast. */
  div(b: Operand): Tensor;
  /** a^b, entry by entry, broadcast.  ∂/∂a = b a^(b−1), ∂/∂b = a^b ln a */
  pow(b: Operand): Tensor;
  /** The larger of a and b, entry by entry, broadcast; the gradient of a tie goes to a. */
  maximum(b: Operand): Tensor;
  /** The smaller of a and b, entry by entry, broadcast; the gradient of a tie goes to a. */
  minimum(b: Operand): Tensor;
  /** −x */
  neg(): Tensor;
  /** e^x, its own slope. */
  exp(): Tensor;
  /** ln x.  Slope 1/x */
  log(): Tensor;
  /** log10 x.  Slope 1/(x ln 10) */
  log10(): Tensor;
  /** √x.  Slope 1/(2√x) */
  sqrt(): Tensor;
  /** x².  Slope 2x */
  square(): Tensor;
  /** sin x.  Slope cos x */
  sin(): Tensor;
  /** cos x.  Slope −sin x */
  cos(): Tensor;
  /** tanh x.  Slope 1 − tanh² x */
  tanh(): Tensor;
  /** 1/(1 + e^−x).  Slope σ(x) (1 − σ(x)) */
  sigmoid(): Tensor;
  /** ln(1 + e^x), without overflow.  Slope σ(x) */
  softplus(): Tensor;
  /** max(x, 0).  Slope 1 where x > 0, else 0 */
  relu(): Tensor;
  /** |x|.  Slope: the sign of x; 0 at 0 */
  abs(): Tensor;
}

/** ∂y/∂x by one operand x, entry by entry, from y and the operands; 1 and −1 as numbers. */
type Slope = (y: Tensor, a: Tensor, b: Tensor) => Tensor | number;
/** The loop that fills y, and the slope by each operand. */
export type Operation = readonly [loop: Loop2, ...slopes: Slope[]];

/** y is a where `first` holds, else b; the gradient goes to where y came from. */
const chosen = (f: (a: number, b: number) => number, first: (a: number, b: number) => boolean): Operation => [
  each2(f),
  (_y, a, b) => where(a, b, first),
  (_y, a, b) => where(a, b, (p, q) => !first(p, q)),
];

/** 1 where the condition holds of a and b, broadcast; a constant. */
export const where = (a: Tensor, b: Tensor, holds: (p: number, q: number) => boolean): Tensor =>
  a.constant(
    zip(
      "where",
      a.value,
      b.value,
      each2((p, q) => (holds(p, q) ? 1 : 0)),
    ),
  );

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

export const elementwise: { readonly [name in keyof Elementwise]: Operation } = {
  add: [add, () => 1, () => 1],
  sub: [sub, () => 1, () => -1],
  mul: [mul, (_y, _a, b) => b, (_y, a) => a],
  div: [each2((a, b) => a / b), (_y, _a, b) => b.pow(-1), (y, _a, b) => y.div(b).neg()],
  // Where a or a constant b is 0, so are the slopes, not 0·∞
  pow: [
    each2((a, b) => a ** b),
    (_y, a, b) => b.mul(a.pow(b.sub(b.tracked ? 1 : where(b, b, (p) => p !== 0)))),
    (y, a) => y.mul(a.add(where(a, a, (p) => p === 0)).log()),
  ],
  maximum: chosen(Math.max, (p, q) => p >= q),
  minimum: chosen(Math.min, (p, q) => p <= q),
  neg: [each1((x) => -x), () => -1],
  exp: [exp, (y) => y],
  log: [each1(Math.log), (_y, x) => x.pow(-1)],
  log10: [each1(Math.log10), (_y, x) => x.mul(Math.LN10).pow(-1)],
  sqrt: [each1(Math.sqrt), (y) => y.mul(2).pow(-1)],
  square: [each1((x) => x * x), (_y, x) => x.mul(2)],
  sin: [each1(Math.sin), (_y, x) => x.cos()],
  cos: [each1(Math.cos), (_y, x) => x.sin().neg()],
  tanh: [each1(Math.tanh), (y) => y.square().neg().add(1)],
  sigmoid: [each1(sigmoid), (y) => y.mul(y.neg().add(1))],
  softplus: [each1((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))), (_y, x) => x.sigmoid()],
  relu: [relu, (_y, x) => x.constant(map(x.value, positive))],
  abs: [each1(Math.abs), (_y, x) => x.constant(map(x.value, each1(Math.sign)))],
};
