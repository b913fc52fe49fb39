/** @file Ops that join entries: sums, products, norms, and the softmax family along the last axis. */
import type { Field } from "../field.ts";
import { type Shape, shapeText } from "../nest.ts";
import type { Op, Tensor } from "./op.ts";

const total = <N>(F: Field<N>, xs: readonly N[]): N => xs.reduce((sum, x) => F.add(sum, x), F.of(0));
const dot = <N>(F: Field<N>, a: readonly N[], b: readonly N[]): N =>
  total(
    F,
    a.map((ai, i) => F.mul(ai, b[i]!)),
  );

/** An axis of a row-major tensor: entry (o, k, i) stands at (o·length + k)·inner + i. */
function axisOf(shape: Shape, axis: number) {
  const length = shape[axis];
  if (length === undefined) throw new Error(`${shapeText(shape)} has no axis ${axis}`);
  const inner = shape.slice(axis + 1).reduce((product, n) => product * n, 1);
  return { length, inner };
}

/** The rows along the last axis. */
function rows<N>({ data, shape }: Tensor<N>): N[][] {
  const length = shape.at(-1) ?? 1;
  return Array.from({ length: data.length / length }, (_, r) => data.slice(r * length, (r + 1) * length));
}

/** The products of all entries but one each, without dividing: right with zeros too. */
function productsOfOthers<N>(F: Field<N>, x: readonly N[]): N[] {
  const before = [F.of(1)];
  const after = [F.of(1)];
  for (let i = 0; i < x.length - 1; i++) before.push(F.mul(before[i]!, x[i]!));
  for (let i = x.length - 1; i > 0; i--) after.unshift(F.mul(after[0]!, x[i]!));
  return before.map((b, i) => F.mul(b, after[i]!));
}

/** ln Σ eˣ, with the largest x taken out so that nothing overflows. */
function logSumExp<N>(F: Field<N>, x: readonly N[]): N {
  const largest = x.reduce((a, b) => (F.value(b) > F.value(a) ? b : a));
  return F.add(
    largest,
    F.log(
      total(
        F,
        x.map((xi) => F.exp(F.sub(xi, largest))),
      ),
    ),
  );
}
function softmax<N>(F: Field<N>, x: readonly N[]): N[] {
  const largest = x.reduce((a, b) => (F.value(b) > F.value(a) ? b : a));
  const e = x.map((xi) => F.exp(F.sub(xi, largest)));
  const sum = total(F, e);
  return e.map((ei) => F.div(ei, sum));
}
const runningSums = <N>(F: Field<N>, x: readonly N[]): N[] => {
  let sum = F.of(0);
  return x.map((xi) => (sum = F.add(sum, xi)));
};

const all = { shapes: [[2, 3]], at: undefined };

export const reductionOps = {
  sum: {
    formula: "y = Σ x, over everything or along one axis; ∂L/∂x = g, repeated",
    shape: ([x], axis) => {
      if (axis === undefined) return [];
      axisOf(x!, axis);
      return x!.filter((_, i) => i !== axis);
    },
    forward: (F, [x], axis) => {
      if (axis === undefined) return [total(F, x!.data)];
      const { length, inner } = axisOf(x!.shape, axis);
      return Array.from({ length: x!.data.length / length }, (_, j) => {
        const from = Math.floor(j / inner) * length * inner + (j % inner);
        return total(
          F,
          Array.from({ length }, (__, k) => x!.data[from + k * inner]!),
        );
      });
    },
    vjp: (_F, g, _y, [x], axis) => {
      if (axis === undefined) return [x!.data.map(() => g[0]!)];
      const { length, inner } = axisOf(x!.shape, axis);
      return [x!.data.map((_, j) => g[Math.floor(j / (length * inner)) * inner + (j % inner)]!)];
    },
    sample: { shapes: [[2, 3, 4]], at: 1 },
  } satisfies Op<number | undefined>,
  prod: {
    formula: "y = Π x; ∂y/∂xᵢ = the product of the others",
    shape: () => [],
    forward: (F, [x]) => [x!.data.reduce((product, xi) => F.mul(product, xi), F.of(1))],
    vjp: (F, [g], _y, [x]) => [productsOfOthers(F, x!.data).map((p) => F.mul(g!, p))],
    sample: all,
  } satisfies Op,
  norm: {
    formula: "y = √Σx²; ∂y/∂x = x/y, 0 at x = 0",
    shape: () => [],
    forward: (F, [x]) => [F.sqrt(dot(F, x!.data, x!.data))],
    vjp: (F, [g], [y], [x]) => [
      x!.data.map((xi) => (F.value(y!) === 0 ? F.of(0) : F.mul(g!, F.div(xi, y!)))),
    ],
    margin: ([x]) => Math.hypot(...x!.data),
    sample: all,
  } satisfies Op,
  cumsum: {
    formula: "y_k = Σ x_i over i ≤ k, along the last axis; ∂L/∂x_i = Σ g_k over k ≥ i",
    shape: ([x]) => x!,
    forward: (F, [x]) => rows(x!).flatMap((row) => runningSums(F, row)),
    vjp: (F, g, _y, [x]) => [
      rows({ data: g, shape: x!.shape }).flatMap((row) => runningSums(F, row.reverse()).reverse()),
    ],
    sample: all,
  } satisfies Op,
  logsumexp: {
    formula: "y = ln Σ eˣ along the last axis; ∂y/∂x = softmax(x)",
    shape: ([x]) => x!.slice(0, -1),
    forward: (F, [x]) => rows(x!).map((row) => logSumExp(F, row)),
    vjp: (F, g, _y, [x]) => [rows(x!).flatMap((row, r) => softmax(F, row).map((p) => F.mul(g[r]!, p)))],
    sample: all,
  } satisfies Op,
  softmax: {
    formula: "p = eˣ/Σ eˣ along the last axis; ∂L/∂x = p ⊙ (g − g·p)",
    shape: ([x]) => x!,
    forward: (F, [x]) => rows(x!).flatMap((row) => softmax(F, row)),
    vjp: (F, g, y, [x]) => {
      const [gs, ps] = [rows({ data: g, shape: x!.shape }), rows({ data: y, shape: x!.shape })];
      return [
        ps.flatMap((p, r) => {
          const mean = dot(F, gs[r]!, p);
          return p.map((pi, i) => F.mul(pi, F.sub(gs[r]![i]!, mean)));
        }),
      ];
    },
    sample: all,
  } satisfies Op,
  logSoftmax: {
    formula: "y = x − ln Σ eˣ along the last axis; ∂L/∂x = g − softmax(x) Σg",
    shape: ([x]) => x!,
    forward: (F, [x]) =>
      rows(x!).flatMap((row) => {
        const rest = logSumExp(F, row);
        return row.map((xi) => F.sub(xi, rest));
      }),
    vjp: (F, g, _y, [x]) => {
      const gs = rows({ data: g, shape: x!.shape });
      return [
        rows(x!).flatMap((row, r) => {
          const sum = total(F, gs[r]!);
          return softmax(F, row).map((p, i) => F.sub(gs[r]![i]!, F.mul(p, sum)));
        }),
      ];
    },
    sample: all,
  } satisfies Op,
};
