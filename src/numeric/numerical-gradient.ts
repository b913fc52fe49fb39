/** @file Gradients and Jacobians of functions that can only be called, each entry with an error bar. */
import type { Mat, Vec, VecFn } from "../types.ts";
import { describe, entriesOf, formed } from "./form.ts";
import type { Kink } from "./kink.ts";
import { type NumericalDerivative, numericalDerivative } from "./ladder.ts";

export interface NumericalGradient<X> {
  /** ∂f/∂x, in the form of x. */
  readonly value: X;
  /** Each entry of the true gradient lies within value ± error. */
  readonly error: X;
  /** The entries at a kink, by their place: "x[2]", "W[1][0]". */
  readonly kinks: readonly (Kink & { readonly at: string })[];
}
export interface NumericalJacobian {
  /** `value[i][j]` = ∂f_i/∂x_j, shape (outputs, inputs). */
  readonly value: Mat;
  /** Each entry of the true Jacobian lies within value ± error; shape (outputs, inputs). */
  readonly error: Mat;
  /** The entries at a kink, by their row (output) and column (input). */
  readonly kinks: readonly (Kink & { readonly row: number; readonly column: number })[];
}

/**
 * The gradient of f at x, by about 70 calls of f for each number in x.
 *
 * @param x numbers in arrays and objects, nested; f gets a copy of its own at every call
 * @returns value and error in the form of x: NaN ± Infinity where f is not finite around that entry
 * @throws {TypeError} if something in x, or what f returns, is not a number
 * @see numericalDerivative for a single number
 */
export function numericalGradient<X extends object>(f: (x: X) => number, x: X): NumericalGradient<X> {
  const slopes = partials(f, x);
  const places = entriesOf(x);
  const values = slopes.map(({ value }) => value);
  const errors = slopes.map(({ error }) => error);
  return {
    value: formed(x, values),
    error: formed(x, errors),
    kinks: slopes.flatMap(({ kink }, j) => (kink ? { at: places[j]!.at, ...kink } : [])),
  };
}

/**
 * The Jacobian of f at x, by about 70 calls of f for each entry of x.
 *
 * @param f from an array of length n to an array of length m
 * @param x length n; f gets a copy of its own at every call
 * @returns value and error of shape (m, n)
 * @throws {TypeError} if x, or what f returns, is not an array of numbers
 * @see numericalDerivative for a single number
 */
export function numericalJacobian(f: VecFn, x: Vec): NumericalJacobian {
  const byInput = columns((at: Vec) => {
    const y: unknown = f(at);
    if (!Array.isArray(y))
      throw new TypeError(`numericalJacobian: f returned ${describe(y)}; an array of numbers is expected`);
    return y as Vec;
  }, x);
  const rows = (byInput[0] ?? []).map((_, i) => byInput.map((column) => column[i]!));
  return {
    value: rows.map((slopes) => slopes.map(({ value }) => value)),
    error: rows.map((slopes) => slopes.map(({ error }) => error)),
    kinks: rows.flatMap((slopes, row) =>
      slopes.flatMap(({ kink }, column) => (kink ? { row, column, ...kink } : [])),
    ),
  };
}

/** The derivatives of f by every number in x, in order. */
export const partials = <X>(f: (x: X) => number, x: X): NumericalDerivative[] =>
  columns((at: X) => [f(at)], x).map(([slope]) => slope!);

/** The derivatives of all outputs of f by every number in x. */
function columns<X>(f: (x: X) => readonly number[], x: X): NumericalDerivative[][] {
  const numbers = entriesOf(x).map(({ value }) => value);
  return numbers.map((number, j) => {
    // All outputs take the same steps: f is called once at each.
    const known = new Map<number, readonly number[]>();
    const along = (t: number) => {
      const y = known.get(t) ?? f(formed(x, numbers.with(j, t)));
      known.set(t, y);
      return y;
    };
    return along(number).map((_, i) => numericalDerivative((t) => along(t)[i]!, number));
  });
}
