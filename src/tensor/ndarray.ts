/** @file Plain numbers with a shape, row-major: no graph, no gradients. The only unchecked indexing outside kernels. */
import { refuse } from "../errors.ts";
import { expand } from "./axis.ts";
import type { Loop1, Loop2 } from "./loops.ts";
import { broadcastShape, type Shape, ShapeError, sameShape, showShape, sizeOf } from "./shape.ts";

export interface NdArray {
  readonly shape: Shape;
  readonly data: Float64Array;
}
/** A number, or lists of numbers nested to equal lengths. */
export type Nested = number | readonly Nested[];

/**
 * @param value a number or nested lists: `[[1, 2, 3], [4, 5, 6]]` has shape (2, 3)
 * @throws {TypeError} if an entry is not a number, {ShapeError} if the lists have different lengths
 */
export function ndarray(value: Nested): NdArray {
  const shape: number[] = [];
  for (let v: Nested = value; Array.isArray(v); v = v[0] ?? 0) shape.push(v.length);
  const data = new Float64Array(sizeOf(shape));
  let at = 0;
  const fill = (v: Nested, depth: number): void => {
    const isList = Array.isArray(v);
    if (isList !== depth < shape.length || (isList && v.length !== shape[depth]))
      throw new ShapeError(
        `ndarray: the lists differ in length or depth; expected shape ${showShape(shape)}`,
      );
    if (isList) for (const entry of v) fill(entry, depth + 1);
    else if (typeof v === "number") data[at++] = v;
    else refuse("ndarray: an entry", v, "a number");
  };
  fill(value, 0);
  return { shape, data };
}

/** Nested lists again: the inverse of {@link ndarray}. */
export function nested({ shape, data }: NdArray): Nested {
  const build = (depth: number, from: number, size: number): Nested => {
    if (depth === shape.length) return data[from]!;
    const step = size / shape[depth]!;
    return Array.from({ length: shape[depth]! }, (_, i) => build(depth + 1, from + i * step, step));
  };
  return build(0, 0, data.length);
}

export const full = (shape: Shape, value: number): NdArray => ({
  shape,
  data: new Float64Array(sizeOf(shape)).fill(value),
});

/** Entry by entry, by a loop. */
export function map({ shape, data }: NdArray, loop: Loop1): NdArray {
  const out = new Float64Array(data.length);
  loop(out, data);
  return { shape, data: out };
}

/**
 * The entries of a with those of b, broadcast, by a loop.
 *
 * @throws {ShapeError} as {@link broadcastShape}
 */
export function zip(operation: string, a: NdArray, b: NdArray, loop: Loop2): NdArray {
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcastShape(operation, a.shape, b.shape);
  const out = new Float64Array(sizeOf(shape));
  loop(out, repeatable(a, shape), repeatable(b, shape));
  return { shape, data: out };
}

/** The entries of a, so that beginning again at their end gives `shape`: only an axis inside is stretched by copying. */
function repeatable(a: NdArray, shape: Shape): Float64Array {
  const own = a.shape.slice(a.shape.findIndex((n) => n !== 1));
  const repeats = a.data.length === 1 || sameShape(own, shape.slice(shape.length - own.length));
  return (repeats ? a : expand(a, shape)).data;
}

/** (…, n, m) → (…, m, n). */
export function transpose({ shape, data }: NdArray): NdArray {
  const [n, m] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const out = new Float64Array(data.length);
  for (let block = 0; block < data.length; block += n * m)
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[block + j * n + i] = data[block + i * m + j]!;
  return { shape: [...shape.slice(0, -2), m, n], data: out };
}
