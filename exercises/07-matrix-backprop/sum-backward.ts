/** @file 7.5 Sums and broadcasts, backwards. */
import { NotImplementedError } from "gradbook";

/** Numbers row after row, and how many along each axis: shape [2, 3] has 6, shape [] has one. */
type Nd = { shape: number[]; data: number[] };

/**
 * Exercise 7.5 · 2 points · about 15 minutes
 *
 * s is the sum of an array of shape `sizes` over the axes in `dims`, in any order. With keepdim those axes stay
 * in the shape of s, with size 1; without, they are gone. grad, shaped like s, is the gradient of a loss by s.
 * Return its gradient by the array, of shape `sizes`.
 *
 * Example: sizes [2, 2], dims [0], no keepdim, grad { shape: [2], data: [5, 6] } give data [5, 6, 5, 6].
 */
export function sumBackward(grad: Nd, sizes: number[], dims: number[], keepdim: boolean): Nd {
  // TODO: which entry of grad does each entry of the array feed?
  throw new NotImplementedError("sumBackward");
}

/**
 * An array of `shape` was repeated to the shape of grad: missing leading axes were added, axes of size 1 stretched.
 * From grad, the gradient by the repeated array, return the gradient by the array itself.
 *
 * Example: grad { shape: [2, 2], data: [1, 2, 3, 4] } and shape [2] give { shape: [2], data: [4, 6] }.
 */
export function unbroadcast(grad: Nd, shape: number[]): Nd {
  // TODO: whatever was copied in the forward pass is added up here
  throw new NotImplementedError("unbroadcast");
}
