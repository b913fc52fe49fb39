/** @file Products and rearrangements: ops that are linear in each argument. */
import type { Field } from "../field.ts";
import { type Shape, shapeText, size } from "../nest.ts";
import type { Op } from "./op.ts";

/** A vector on the left is a row, on the right a column. */
function productSizes(a: Shape, b: Shape): readonly [rows: number, inner: number, columns: number] {
  const [rows, inner] = a.length === 2 ? [a[0]!, a[1]!] : [1, a[0]!];
  const [innerB, columns] = b.length === 2 ? [b[0]!, b[1]!] : [b[0]!, 1];
  if (a.length < 1 || a.length > 2 || b.length < 1 || b.length > 2 || inner !== innerB)
    throw new Error(`matmul: ${shapeText(a)} and ${shapeText(b)} do not fit`);
  return [rows, inner, columns];
}

/** Row-major (rows, inner)·(inner, columns), where the factors are read through `a(i, k)` and `b(k, j)`. */
function product<N>(
  F: Field<N>,
  [rows, inner, columns]: readonly [number, number, number],
  a: (i: number, k: number) => N,
  b: (k: number, j: number) => N,
): N[] {
  const out: N[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = F.of(0);
      for (let k = 0; k < inner; k++) sum = F.add(sum, F.mul(a(i, k), b(k, j)));
      out.push(sum);
    }
  return out;
}

const transposed = <N>(data: readonly N[], [rows, columns]: Shape): N[] =>
  data.map((_, i) => data[(i % rows!) * columns! + Math.floor(i / rows!)]!);

export const linearOps = {
  matmul: {
    formula: "Y = A B; ∂L/∂A = G Bᵀ, ∂L/∂B = Aᵀ G",
    shape: ([a, b]) => {
      const [rows, , columns] = productSizes(a!, b!);
      return [...(a!.length === 2 ? [rows] : []), ...(b!.length === 2 ? [columns] : [])];
    },
    forward: (F, [A, B]) => {
      const sizes = productSizes(A!.shape, B!.shape);
      const [, inner, columns] = sizes;
      return product(
        F,
        sizes,
        (i, k) => A!.data[i * inner + k]!,
        (k, j) => B!.data[k * columns + j]!,
      );
    },
    vjp: (F, g, _y, [A, B]) => {
      const [rows, inner, columns] = productSizes(A!.shape, B!.shape);
      const [a, b] = [A!.data, B!.data];
      return [
        product(
          F,
          [rows, columns, inner],
          (i, j) => g[i * columns + j]!,
          (j, k) => b[k * columns + j]!,
        ),
        product(
          F,
          [inner, rows, columns],
          (k, i) => a[i * inner + k]!,
          (i, j) => g[i * columns + j]!,
        ),
      ];
    },
    sample: {
      shapes: [
        [2, 3],
        [3, 4],
      ],
      at: undefined,
    },
  } satisfies Op,
  transpose: {
    formula: "Y = Xᵀ; ∂L/∂X = Gᵀ",
    shape: ([x]) => {
      if (x!.length !== 2) throw new Error(`transpose: ${shapeText(x!)} is no matrix`);
      return [x![1]!, x![0]!];
    },
    forward: (_F, [x]) => transposed(x!.data, x!.shape),
    vjp: (_F, g, _y, [x]) => [transposed(g, [x!.shape[1]!, x!.shape[0]!])],
    sample: { shapes: [[2, 3]], at: undefined },
  } satisfies Op,
  reshape: {
    formula: "y = x in another shape; ∂L/∂x = g in x's shape",
    shape: ([x], shape) => {
      if (size(x!) !== size(shape)) throw new Error(`reshape: ${shapeText(x!)} to ${shapeText(shape)}`);
      return shape;
    },
    forward: (_F, [x]) => [...x!.data],
    vjp: (_F, g) => [[...g]],
    sample: { shapes: [[2, 3]], at: [6] },
  } satisfies Op<Shape>,
  entry: {
    formula: "y = x[i], along the first axis; ∂L/∂x = g at i, 0 elsewhere",
    shape: ([x], i) => {
      if (!(i >= 0 && i < (x![0] ?? 0))) throw new Error(`entry ${i} of ${shapeText(x!)}`);
      return x!.slice(1);
    },
    forward: (_F, [x], i) => {
      const each = size(x!.shape.slice(1));
      return x!.data.slice(i * each, (i + 1) * each);
    },
    vjp: (F, g, _y, [x], i) => [
      x!.data.map((_, j) => (Math.floor(j / g.length) === i ? g[j % g.length]! : F.of(0))),
    ],
    sample: { shapes: [[2, 3]], at: 1 },
  } satisfies Op<number>,
  concat: {
    formula: "y = the xᵢ one behind the other, along the first axis; ∂L/∂xᵢ = its piece of g",
    shape: (xs) => {
      const [first, ...rest] = xs[0]!;
      if (first === undefined) throw new Error("concat: numbers have no axis");
      if (xs.some((x) => x.slice(1).join() !== rest.join())) throw new Error("concat: shapes differ");
      return [xs.reduce((sum, x) => sum + x[0]!, 0), ...rest];
    },
    forward: (_F, xs) => xs.flatMap(({ data }) => data),
    vjp: (_F, g, _y, xs) => {
      const rest = [...g];
      return xs.map(({ data }) => rest.splice(0, data.length));
    },
    sample: {
      shapes: [
        [2, 3],
        [1, 3],
      ],
      at: undefined,
    },
  } satisfies Op,
};
