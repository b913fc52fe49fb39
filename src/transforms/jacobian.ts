/** @file Jacobians and Hessians: one batched sweep, in the cheaper direction. */
import { oneHot } from "../tensor/functions.ts";
import { type Shape, sizeOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { grad, record } from "./grad.ts";

/**
 * ∂f/∂x in numerator layout: shape (…shape of f(x), …shape of x), so row = output and column = input for vectors.
 *
 * All rows are pulled back in one reverse sweep, or, with fewer inputs than outputs, all columns are pushed forward.
 */
export function jacobian(f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return (x) => {
    const { y, pull, push } = record(f, x);
    const [outputs, inputs] = [sizeOf(y.shape), sizeOf(x.shape)];
    const rows =
      outputs <= inputs
        ? pull(unitVectors(y.shape))
        : push(unitVectors(x.shape)).reshape([inputs, outputs]).transpose();
    return rows.reshape([...y.shape, ...x.shape]);
  };
}

/** The second derivatives of a scalar function: shape (…shape of x, …shape of x). */
export const hessian = (f: (x: Tensor) => Tensor): ((x: Tensor) => Tensor) => jacobian(grad(f));

/** One array of the shape for each entry: 1 there, 0 elsewhere. */
function unitVectors(shape: Shape): Tensor {
  const n = sizeOf(shape);
  return oneHot([...Array(n).keys()], n).reshape([n, ...shape]);
}
