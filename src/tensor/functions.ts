/** @file Functions of tensors that are made of several operations; their gradients come with them. */
import { demandIndex } from "./shape.ts";
import { Tensor } from "./tensor.ts";

/** ln Σ exp(x) along one axis, without overflow: the largest entry is taken out first. */
export function logsumexp(x: Tensor, axis = -1, keepdim = false): Tensor {
  const largest = x.constant(x.max(axis, true).value);
  const sum = x.sub(largest).exp().sum(axis, true).log().add(largest);
  return keepdim ? sum : sum.sum(axis);
}

/** x − logsumexp(x): the logarithms of softmax, finite for logits of any size. */
export const logSoftmax = (x: Tensor, axis = -1): Tensor => x.logSoftmax(axis);

/** exp(xᵢ) / Σ exp(x) along one axis. */
export const softmax = (x: Tensor, axis = -1): Tensor => x.logSoftmax(axis).exp();

/** The product along one axis, or of all entries; halves are multiplied, so zeros need no division. */
export function prod(x: Tensor, axis?: number): Tensor {
  if (axis === undefined) return prod(x.reshape([-1]), 0);
  const n = x.shape.at(axis) ?? 0;
  if (n === 0) return x.sum(axis).add(1);
  if (n === 1) return x.sum(axis);
  const half = n >> 1;
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const product = x.take(range(0, half), axis).mul(x.take(range(half, 2 * half), axis));
  return n % 2 === 0 ? prod(product, axis) : prod(product, axis).mul(x.take([n - 1], axis).sum(axis));
}

/** √Σ x² of all entries. At the zero vector, where it has a kink, the gradient is 0. */
export function norm(x: Tensor): Tensor {
  const squares = x.square().sum();
  return squares.item() === 0 ? squares : squares.sqrt();
}

/** One row per class index, (n, classes): 1 at the class, 0 elsewhere. */
export function oneHot(index: readonly number[], classes: number): Tensor {
  const data = new Float64Array(index.length * classes);
  index.forEach((i, row) => {
    data[row * classes + demandIndex("oneHot", i, classes)] = 1;
  });
  return new Tensor({ shape: [index.length, classes], data });
}
