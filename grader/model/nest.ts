/** @file Nested arrays of numbers and their flat form: row-major data beside a shape. */

export type Shape = readonly number[];

export const size = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);

/** The shape of a well-formed nest: a number has shape (). */
export const shapeOf = (nested: unknown): number[] =>
  Array.isArray(nested) ? [nested.length, ...(nested.length ? shapeOf(nested[0]) : [])] : [];

export const flatten = <T>(nested: unknown): T[] =>
  Array.isArray(nested) ? nested.flatMap((entry) => flatten<T>(entry)) : [nested as T];

export function nest<T>(flat: readonly T[], shape: Shape): unknown {
  const [length, ...rest] = shape;
  if (length === undefined) return flat[0];
  const each = size(rest);
  return Array.from({ length }, (_, i) => nest(flat.slice(i * each, (i + 1) * each), rest));
}

/** "(2, 3)"; "a number" for (). */
export const shapeText = (shape: Shape): string => (shape.length ? `(${shape.join(", ")})` : "a number");
