/** @file What plain arrays do along one axis: add up, compare, accumulate, pick, scatter. Axes may count from the end. */
import type { NdArray } from "./ndarray.ts";
import { axisOf, demandIndex, demandStretch, type Shape, sameShape, sizeOf } from "./shape.ts";

/** An array seen as (outer, n, inner) around one axis: entry (o, i, k) stands at (o·n + i)·inner + k. */
function around(operation: string, shape: Shape, axis: number) {
  const at = axisOf(operation, shape, axis);
  return {
    outer: sizeOf(shape.slice(0, at)),
    n: shape[at]!,
    inner: sizeOf(shape.slice(at + 1)),
    withSize: (size: number): Shape => shape.with(at, size),
  };
}

/** The largest entry along one axis, which keeps size 1. */
export function largest(a: NdArray, axis: number): NdArray {
  const { outer, n, inner, withSize } = around("max", a.shape, axis);
  const data = new Float64Array(outer * inner).fill(Number.NEGATIVE_INFINITY);
  for (let o = 0, from = 0; o < outer; o++)
    for (let i = 0; i < n; i++)
      for (let k = o * inner; k < (o + 1) * inner; k++) data[k] = Math.max(data[k]!, a.data[from++]!);
  return { shape: withSize(1), data };
}

/** The running sum along one axis, from the left or from the right. */
export function cumulative(a: NdArray, axis: number, fromRight: boolean): NdArray {
  const { outer, n, inner } = around("cumsum", a.shape, axis);
  const data = a.data.slice();
  for (let o = 0; o < outer; o++)
    for (let i = 1; i < n; i++) {
      const [to, from] = fromRight ? [n - 1 - i, n - i] : [i, i - 1];
      for (let k = 0; k < inner; k++) data[(o * n + to) * inner + k]! += data[(o * n + from) * inner + k]!;
    }
  return { shape: a.shape, data };
}

/** out[i] = a[index[i]] along one axis. */
export function take(a: NdArray, axis: number, index: ArrayLike<number>): NdArray {
  const { outer, n, inner, withSize } = around("take", a.shape, axis);
  const from = a.data;
  const data = new Float64Array(outer * index.length * inner);
  for (let o = 0, to = 0; o < outer; o++)
    for (let i = 0; i < index.length; i++) {
      const begin = (o * n + demandIndex("take", index[i]!, n)) * inner;
      for (let k = 0; k < inner; k++) data[to++] = from[begin + k]!;
    }
  return { shape: withSize(index.length), data };
}

/** out[index[i]] += a[i] along one axis, which gets `size` entries. */
export function scatter(a: NdArray, axis: number, index: ArrayLike<number>, size: number): NdArray {
  const { outer, inner, withSize } = around("scatter", a.shape, axis);
  const data = new Float64Array(outer * size * inner);
  for (let o = 0, from = 0; o < outer; o++)
    for (let i = 0; i < index.length; i++) {
      const to = (o * size + demandIndex("scatter", index[i]!, size)) * inner;
      for (let k = 0; k < inner; k++) data[to + k]! += a.data[from++]!;
    }
  return { shape: withSize(size), data };
}

/** a − ln Σ exp(a) along one axis. The largest entry is taken out first, so that nothing overflows. */
export function logSoftmax(a: NdArray, axis: number): NdArray {
  const { outer, n, inner } = around("logSoftmax", a.shape, axis);
  const data = new Float64Array(a.data.length);
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      const [from, to] = [o * n * inner + k, (o + 1) * n * inner];
      let most = Number.NEGATIVE_INFINITY;
      for (let at = from; at < to; at += inner) most = Math.max(most, a.data[at]!);
      let sum = 0;
      for (let at = from; at < to; at += inner) sum += Math.exp(a.data[at]! - most);
      const rest = Math.log(sum);
      for (let at = from; at < to; at += inner) data[at] = a.data[at]! - most - rest;
    }
  return { shape: a.shape, data };
}

/** The only index of an axis of size 1, n times. */
const only = (n: number) => new Uint8Array(n);

/**
 * a, repeated along the axes that `shape` has and a lacks or has with size 1.
 *
 * @throws {ShapeError} if a does not broadcast to that shape
 */
export function expand(a: NdArray, shape: Shape): NdArray {
  if (sameShape(a.shape, shape)) return a;
  demandStretch("expand", a.shape, shape);
  const missing = shape.slice(a.shape.length).map(() => 1);
  let all: NdArray = { shape: [...missing, ...a.shape], data: a.data };
  // From the last axis on: the early copies are small.
  for (let axis = shape.length - 1; axis >= 0; axis--)
    if (all.shape[axis] !== shape[axis]) all = take(all, axis, only(shape[axis]!));
  return all;
}

/**
 * The sum over the axes along which an array of `shape` was stretched to g's shape: what broadcasting owes the gradient.
 *
 * @throws {ShapeError} if `shape` does not broadcast to g's
 */
export function unbroadcast(g: NdArray, shape: Shape): NdArray {
  if (sameShape(g.shape, shape)) return g;
  demandStretch("unbroadcast", shape, g.shape);
  const missing = g.shape.length - shape.length;
  let sum = g;
  for (let axis = 0; axis < g.shape.length; axis++)
    if (axis < missing || shape[axis - missing] === 1) sum = scatter(sum, axis, only(g.shape[axis]!), 1);
  return { shape, data: sum.data };
}
