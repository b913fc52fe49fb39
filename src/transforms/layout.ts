/** @file Layouts: where outputs and inputs stand in a matrix of derivatives, and how a matrix is read as a vector. */
import { ShapeError, showShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** numerator: row = output, column = input, as {@link jacobian} has it; denominator: the transpose of that. */
export type Layout = "numerator" | "denominator";

/**
 * A Jacobian in the layout of the text at hand.
 *
 * @param jacobian in numerator layout, shape (outputs, inputs)
 * @returns shape (outputs, inputs) or (inputs, outputs)
 * @throws {ShapeError} if it is not a matrix: the gradient of a scalar has the shape of its variable in either layout
 */
export function layout(jacobian: Tensor, name: Layout): Tensor {
  if (jacobian.shape.length !== 2)
    throw new ShapeError(
      `layout: the Jacobian is ${showShape(jacobian.shape)}; expected (outputs, inputs). Look at: vec(x), if the variable is a matrix.`,
    );
  if (name !== "numerator" && name !== "denominator")
    throw new TypeError(`layout: ${String(name)} is neither "numerator" nor "denominator"`);
  return name === "numerator" ? jacobian : jacobian.transpose();
}

/**
 * All entries as one vector, row after row: (2, 3) → (6,).
 *
 * Some texts stack columns instead; that is `vec(X.transpose())`.
 */
export const vec = (x: Tensor): Tensor => x.reshape([-1]);
