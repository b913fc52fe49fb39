/** @file Jacobians and Hessians: one batched sweep, in the cheaper direction. */
import { type Shape, sizeOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
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
    if (outputs <= inputs) return pull(unitVectors(y.shape)).reshape([...y.shape, ...x.shape]);
    const columns = push(unitVectors(x.shape)).reshape([inputs, outputs]);
    return columns.transpose().reshape([...y.shape, ...x.shape]);
  };
}

/** The second derivatives of a scalar function: shape (…shape of x, …shape of x). */
export const hessian = (f: (x: Tensor) => Tensor): ((x: Tensor) => Tensor) => jacobian(grad(f));

/** One array of the shape for each entry: 1 there, 0 elsewhere. */
function unitVectors(shape: Shape): Tensor {
  const n = sizeOf(shape);
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return new Tensor({ shape: [n, ...shape], data });
}
