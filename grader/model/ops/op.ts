/** @file What an op is: one table entry, written once over any field. */
import type { Field } from "../field.ts";
import type { Shape } from "../nest.ts";

/** Row-major numbers with a shape. */
export interface Tensor<N> {
  readonly shape: Shape;
  readonly data: readonly N[];
}

/** y = f(xs); `at` holds what is not differentiated: an axis, a slope, an index. */
export interface Op<At = undefined> {
  /** The rule as a reader of the field writes it. */
  readonly formula: string;
  /** Every entry of y depends on the same entry of the one x alone. */
  readonly entrywise?: true;
  /** The shape of y. Throws where the arguments do not fit: that is the author's mistake. */
  readonly shape: (xs: readonly Shape[], at: At) => Shape;
  readonly forward: <N>(F: Field<N>, xs: readonly Tensor<N>[], at: At) => N[];
  /** g = ∂L/∂y has y's shape; the result holds ∂L/∂xᵢ, each shaped like xᵢ. */
  readonly vjp: <N>(F: Field<N>, g: readonly N[], y: readonly N[], xs: readonly Tensor<N>[], at: At) => N[][];
  /** How far the arguments are from the nearest kink. */
  readonly margin?: (xs: readonly Tensor<number>[], at: At) => number;
  /** Arguments on which the tests gradcheck the rule. */
  readonly sample: Sample<At>;
}
export interface Sample<At> {
  readonly shapes: readonly Shape[];
  /** Range of the entries; default [−2, 2]. */
  readonly domain?: readonly [low: number, high: number];
  readonly at: At;
}
