/**
 * @file Rules: every operation that does not work entry by entry has one in the table below, and one is made of each
 * that does (elementwise.ts). y = forward(xs), and for each operand x what it is owed, ∂L/∂x, from g = ∂L/∂y. The axes of
 * entries count from the end (−1 is the last), so that leading axes do not disturb them. To add an operation, add an
 * entry here and a method of its name to Tensor.
 *
 * The vjps are written in tensor operations, so the gradient of a gradient needs no further rule. They let g carry
 * leading axes that y lacks: a batch of cotangents is pulled back in one sweep, which makes Jacobians fast.
 */

import { cumulative, expand, largest, logSoftmax, scatter, take, unbroadcast } from "./axis.ts";
import { noteProduct } from "./cost.ts";
import { type Operation, where } from "./elementwise.ts";
import { each1 } from "./loops.ts";
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
  return sameShape(owed.shape, shape)
    ? owed
    : owed.unbroadcast([...before, ...ones, ...x.shape]).reshape(shape);
}
/** What is owed to x when y summed it: repeated along those axes. */
function stretch(owed: Tensor, y: Tensor, x: Tensor): Tensor {
  const [before, ones] = [lead(owed, y), x.shape.slice(y.shape.length).map(() => 1)];
  return owed.reshape([...before, ...ones, ...y.shape]).expand([...before, ...x.shape]);
}

/** Entry by entry, broadcast; ∂L/∂x = g ⊙ slope by x, summed over the axes along which x was stretched. */
export const elementwiseRule = (name: string, [loop, ...slopes]: Operation): Rule => ({
  name,
  forward: (a, b) => (b ? zip(name, a!, b, loop) : map(a!, (out, x) => loop(out, x, x))),
  vjp: slopes.map((slope, i) => (g, y, ...xs) => {
    const by = slope(y, xs[0]!, xs[1]!);
    return shrink(by === 1 ? g : g.mul(by), y, xs[i]!);
  }),
});

export const rules = {
  // y = x where x ≥ 0, else αx.  1 or α; 1 at 0
  leakyRelu: (alpha: number) =>
    elementwiseRule("leakyRelu", [
      each1((x) => (x >= 0 ? x : alpha * x)),
      (_y, x) =>
        x.constant(
          map(
            x.value,
            each1((v) => (v >= 0 ? 1 : alpha)),
          ),
        ),
    ]),

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
    vjp: [
      (g, y, x) => {
        const isLargest = where(x!, y, (p, q) => p === q);
        const sofar = isLargest.cumsum(axis);
        const isFirst = isLargest.mul(where(sofar, sofar, (n) => n === 1));
        return stretch(g, y, x!).mul(isFirst);
      },
    ],
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
