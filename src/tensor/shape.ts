/** @file Shapes: what broadcasts with what, and the errors that say why not. */

/** Sizes from the outermost axis to the innermost; `[]` is a scalar. */
export type Shape = readonly number[];

/** Thrown when shapes do not fit; names the operation, both shapes, the clashing sizes and a likely cause. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

export const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i]);

/** `(2, 3)`, `(4,)` for one axis, `()` for a scalar. */
export const showShape = (shape: Shape): string => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

/**
 * The shape of an elementwise operation on `a` and `b`: axes are matched from the last one; a size of 1 or a missing
 * axis stretches.
 *
 * @throws {ShapeError} if two sizes clash; also if arrays of different rank would both be stretched, as in
 *   (n, 1) with (n,): that gives (n, n), which hardly anybody means. Reshape one of them to say so.
 */
export function broadcastShape(operation: string, a: Shape, b: Shape): Shape {
  const both = () => `${operation}: a is ${showShape(a)} and b is ${showShape(b)}`;
  const longer = a.length > b.length ? a : b;
  const shape = longer.map((_, i) => {
    const fromTheEnd = longer.length - i;
    const [n, m] = [a.at(-fromTheEnd) ?? 1, b.at(-fromTheEnd) ?? 1];
    if (n !== m && n !== 1 && m !== 1)
      throw new ShapeError(
        `${both()}; the sizes ${n} and ${m} differ, ${place(fromTheEnd)}. Look at: a transpose, or a sum without keepdim.`,
      );
    return n === 1 ? m : n;
  });
  if (a.length !== b.length && !sameShape(shape, a) && !sameShape(shape, b))
    throw new ShapeError(
      `${both()}; together they would stretch to ${showShape(shape)}. If you mean that, reshape one of them first.`,
    );
  return shape;
}

const place = (fromTheEnd: number) => (fromTheEnd === 1 ? "on the last axis" : `on axis -${fromTheEnd}`);

/** @throws {ShapeError} if broadcasting does not stretch `from` to `to` */
export function demandStretch(operation: string, from: Shape, to: Shape): void {
  if (!sameShape(broadcastShape(operation, from, to), to))
    throw new ShapeError(`${operation}: ${showShape(from)} does not stretch to ${showShape(to)}`);
}

/**
 * `axis` counted from 0; negative axes count from the end.
 *
 * @throws {ShapeError} if there is no such axis
 */
export function axisOf(operation: string, shape: Shape, axis: number): number {
  const found = axis < 0 ? axis + shape.length : axis;
  if (!Number.isInteger(axis) || found < 0 || found >= shape.length)
    throw new ShapeError(`${operation}: there is no axis ${axis} in ${showShape(shape)}`);
  return found;
}

/**
 * i, an index along an axis of size n.
 *
 * @throws {RangeError} if it is none
 */
export function demandIndex(operation: string, i: number, n: number): number {
  if (!Number.isInteger(i) || i < 0 || i >= n)
    throw new RangeError(`${operation}: the index ${i} is not one of 0 to ${n - 1}`);
  return i;
}
