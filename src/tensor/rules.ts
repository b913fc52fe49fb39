/**
 * @file Every differentiable operation on tensors, one entry each. The axes of entries count from the end (−1 is the
 * last), so that leading axes do not disturb them. y = forward(xs), and for each operand x what it is
 * owed, ∂L/∂x, from g = ∂L/∂y. To add an operation, add an entry here and a method of its name to Tensor.
 *
 * The vjps are written in tensor operations, so the gradient of a gradient needs no further rule. They let g carry
 * leading axes that y lacks: a batch of cotangents is pulled back in one sweep, which makes Jacobians fast.
 */

import { cumulative, expand, firstOf, largest, logSoftmax, scatter, take, unbroadcast } from "./axis.ts";
import { noteProduct } from "./cost.ts";
import { add, each1, each2, exp, type Loop1, type Loop2, mul, positive, relu, sub } from "./loops.ts";
import { matmul, type Transposed } from "./matmul.ts";
import { map, type NdArray, transpose, zip } from "./ndarray.ts";
import { type Shape, ShapeError, sameShape, showShape, sizeOf } from "./shape.ts";
import type { Tensor } from "./tensor.ts";

/** What is owed to one operand x, shaped like it, from g = ∂L/∂y, the result y and all operands. */
export type Vjp = (g: Tensor, y: Tensor, ...xs: Tensor[]) => Tensor;
/** One operation on tensors: what it computes, and how its gradient is handed on. */
export interface Rule {
  /** The operation, as drawings and errors call it. */
  readonly name: string;
  readonly forward: (...xs: NdArray[]) => NdArray;
  readonly vjp: readonly Vjp[];
}

/** The axes that g has before those of y: a batch of cotangents, or none. */
const lead = (g: Tensor, y: Tensor): Shape => g.shape.slice(0, g.shape.length - y.shape.length);
/** What is owed to x when y stretched it: summed over those axes, behind the leading ones. */
function shrink(owed: Tensor, y: Tensor, x: Tensor): Tensor {
  const [before, ones] = [lead(owed, y), y.shape.slice(x.shape.length).map(() => 1)];
  const shape = [...before, ...x.shape];
  return sameShape(owed.shape, shape) ? owed : owed.unbroadcast([...before, ...ones, ...x.shape]).reshape(shape);
}
/** What is owed to x when y summed it: repeated along those axes. */
function stretch(owed: Tensor, y: Tensor, x: Tensor): Tensor {
  const [before, ones] = [lead(owed, y), x.shape.slice(y.shape.length).map(() => 1)];
  return owed.reshape([...before, ...ones, ...y.shape]).expand([...before, ...x.shape]);
}

const times = (g: Tensor, slope: Tensor | number) => (slope === 1 ? g : g.mul(slope));

/** y = f(x) entry by entry; ∂L/∂x = g ⊙ f'(x). */
const unary = (name: string, f: Loop1, slope: (x: Tensor, y: Tensor) => Tensor | number): Rule => ({
  name,
  forward: (x) => map(x, f),
  vjp: [(g, y, x) => times(g, slope(x!, y))],
});
/** y = f(a, b) entry by entry, broadcast; ∂L/∂a = g ⊙ ∂f/∂a, summed over the axes along which a was stretched. */
const binary = (
  name: string,
  f: Loop2,
  slopes: readonly ((a: Tensor, b: Tensor, y: Tensor) => Tensor | number)[],
): Rule => ({
  name,
  forward: (a, b) => zip(name, a!, b!, f),
  vjp: slopes.map((slope, i) => (g, y, a, b) => shrink(times(g, slope(a!, b!, y)), y, (i === 0 ? a : b)!)),
});

/** y is a where `first` holds, else b; the gradient goes to where y came from. */
const chosen = (
  name: string,
  f: (a: number, b: number) => number,
  first: (a: number, b: number) => boolean,
): Rule =>
  binary(name, each2(f), [(a, b) => where(a, b, first), (a, b) => where(a, b, (p, q) => !first(p, q))]);

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

export const rules = {
  // y = a + b.  ∂L/∂a = g, ∂L/∂b = g
  add: binary("add", add, [() => 1, () => 1]),
  // y = a − b.  ∂L/∂a = g, ∂L/∂b = −g
  sub: binary("sub", sub, [() => 1, () => -1]),
  // y = a ⊙ b.  ∂L/∂a = g ⊙ b, ∂L/∂b = g ⊙ a
  mul: binary("mul", mul, [(_a, b) => b, (a) => a]),
  // y = a ⊘ b.  ∂L/∂a = g ⊘ b, ∂L/∂b = −g ⊙ y ⊘ b
  div: binary(
    "div",
    each2((a, b) => a / b),
    [(_a, b) => b.pow(-1), (_a, b, y) => y.div(b).neg()],
  ),
  // y = a^b.  ∂L/∂a = g b a^(b−1), ∂L/∂b = g y ln a.  Where a or a constant b is 0, so are they, not 0·∞
  pow: binary(
    "pow",
    each2((a, b) => a ** b),
    [
      (a, b) => b.mul(a.pow(b.sub(b.tracked ? 1 : where(b, b, (p) => p !== 0)))),
      (a, _b, y) => y.mul(a.add(where(a, a, (p) => p === 0)).log()),
    ],
  ),
  // y = max(a, b).  The gradient goes to the larger one; a tie goes to a
  maximum: chosen("maximum", Math.max, (p, q) => p >= q),
  // y = min(a, b).  The gradient goes to the smaller one; a tie goes to a
  minimum: chosen("minimum", Math.min, (p, q) => p <= q),

  neg: unary(
    "neg",
    each1((x) => -x),
    () => -1,
  ),
  exp: unary("exp", exp, (_x, y) => y),
  // y = ln x, x > 0.  1/x
  log: unary("log", each1(Math.log), (x) => x.pow(-1)),
  // y = log10 x, x > 0.  1/(x ln 10)
  log10: unary("log10", each1(Math.log10), (x) => x.mul(Math.LN10).pow(-1)),
  // y = √x, x > 0.  1/(2y)
  sqrt: unary("sqrt", each1(Math.sqrt), (_x, y) => y.mul(2).pow(-1)),
  square: unary(
    "square",
    each1((x) => x * x),
    (x) => x.mul(2),
  ),
  sin: unary("sin", each1(Math.sin), (x) => x.cos()),
  cos: unary("cos", each1(Math.cos), (x) => x.sin().neg()),
  // y = tanh x.  1 − y²
  tanh: unary("tanh", each1(Math.tanh), (_x, y) => y.square().neg().add(1)),
  // y = 1/(1 + e^−x).  y (1 − y)
  sigmoid: unary("sigmoid", each1(sigmoid), (_x, y) => y.mul(y.neg().add(1))),
  // y = ln(1 + e^x), without overflow.  σ(x)
  softplus: unary(
    "softplus",
    each1((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
    (x) => x.sigmoid(),
  ),
  // y = max(x, 0).  1 where x > 0, else 0: the slope at 0 is 0
  relu: unary("relu", relu, (x) => x.constant(map(x.value, positive))),
  // y = |x|.  The sign of x; 0 at 0
  abs: unary("abs", each1(Math.abs), (x) => x.constant(map(x.value, each1(Math.sign)))),
  // y = x where x ≥ 0, else αx.  1 or α; 1 at 0
  leakyRelu: (alpha: number) =>
    unary(
      "leakyRelu",
      each1((x) => (x >= 0 ? x : alpha * x)),
      (x) =>
        x.constant(
          map(
            x.value,
            each1((v) => (v >= 0 ? 1 : alpha)),
          ),
        ),
    ),

  // y = a b, either one read transposed.  ∂L/∂a = g bᵀ, ∂L/∂b = aᵀ g, transposed back where it was
  matmul: ({ a: aT = false, b: bT = false }: Transposed): Rule => ({
    name: "matmul",
    forward: (a, b) => {
      const y = matmul(a!, b!, { a: aT, b: bT });
      noteProduct(y.shape, a!.shape.at(aT ? -2 : -1)!);
      return y;
    },
    vjp: [
      (g, y, a, b) => shrink(aT ? b!.matmul(g, { a: bT, b: true }) : g.matmul(b!, { b: !bT }), y, a!),
      (g, y, a, b) => shrink(bT ? g.matmul(a!, { a: true, b: aT }) : a!.matmul(g, { a: !aT }), y, b!),
    ],
  }),
  // y = xᵀ on the last two axes.  gᵀ
  transpose: {
    name: "transpose",
    forward: (x: NdArray) => transpose(x),
    vjp: [(g) => g.transpose()],
  } as Rule,
  // y = x in another shape.  g in x's shape
  reshape: (shape: Shape): Rule => ({
    name: "reshape",
    forward: (x) => {
      if (sizeOf(shape) !== x!.data.length)
        throw new ShapeError(
          `reshape: x is ${showShape(x!.shape)} with ${x!.data.length} entries; ${showShape(shape)} holds ${sizeOf(shape)}`,
        );
      return { shape, data: x!.data };
    },
    vjp: [(g, y, x) => g.reshape([...lead(g, y), ...x!.shape])],
  }),
  // y = x repeated along missing axes.  g summed over them
  expand: (shape: Shape): Rule => ({
    name: "expand",
    forward: (x) => expand(x!, shape),
    vjp: [(g, y, x) => shrink(g, y, x!)],
  }),
  // y = x summed over the axes along which `shape` would be stretched.  g repeated
  sum: (shape: Shape): Rule => ({
    name: "sum",
    forward: (x) => unbroadcast(x!, shape),
    vjp: [(g, y, x) => stretch(g, y, x!)],
  }),
  // y = max x over one axis, which keeps size 1.  g at the first largest entry, 0 elsewhere
  max: (axis: number): Rule => ({
    name: "max",
    forward: (x) => largest(x!, axis),
    vjp: [(g, y, x) => stretch(g, y, x!).mul(x!.constant(firstOf(x!.value, y.value, axis)))],
  }),
  // y = x − ln Σ e^x over one axis.  g − e^y Σ g
  logSoftmax: (axis: number): Rule => ({
    name: "logSoftmax",
    forward: (x) => logSoftmax(x!, axis),
    vjp: [(g, y) => g.sub(g.sum(axis, true).expand(g.shape).mul(y.exp()))],
  }),
  // y = cumulative sum along one axis, from the left or from the right.  The cumulative sum of g from the other side
  cumsum: (axis: number, fromRight: boolean): Rule => ({
    name: "cumsum",
    forward: (x) => cumulative(x!, axis, fromRight),
    vjp: [(g) => g.cumsum(axis, !fromRight)],
  }),
  // y[i] = x[index[i]] along one axis.  g's entries, added up where they came from
  take: (index: readonly number[], axis: number): Rule => ({
    name: "take",
    forward: (x) => take(x!, axis, index),
    vjp: [(g, _y, x) => g.scatter(index, x!.shape.at(axis)!, axis)],
  }),
  // y[index[i]] += x[i] along one axis of the given size.  g[index]
  scatter: (index: readonly number[], size: number, axis: number): Rule => ({
    name: "scatter",
    forward: (x) => scatter(x!, axis, index, size),
    vjp: [(g) => g.take(index, axis)],
  }),
};

/** 1 where the condition holds of a and b, broadcast; a constant. */
const where = (a: Tensor, b: Tensor, holds: (p: number, q: number) => boolean): Tensor =>
  a.constant(
    zip(
      "where",
      a.value,
      b.value,
      each2((p, q) => (holds(p, q) ? 1 : 0)),
    ),
  );
