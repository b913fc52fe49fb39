import { describe, expect, it, test } from "vitest";
import { draw } from "../../grader/draw.ts";
import { type Field, float64 } from "../../grader/model/field.ts";
import { size } from "../../grader/model/nest.ts";
import { type Any, type ModelOps, type Named, Node, record } from "../../grader/model/node.ts";
import type { Op } from "../../grader/model/ops/op.ts";
import { ops } from "../../grader/model/ops.ts";
import { type Truth, truthOf } from "../../grader/model/truth.ts";
import { InfrastructureError } from "../../grader/runner.ts";

/** ∂L/∂x of every argument, where L = Σ g y and the cotangent g is not all ones. */
function truthOfOp(op: Op<unknown>, seed: number): { truth: Truth; names: string[] } {
  const d = draw(seed);
  const { shapes, at, domain: [low, high] = [-2, 2] } = op.sample;
  const { model, tape } = record(({ of }) => {
    const tape = of(0).tape as Any[];
    const args = shapes.map((shape) => new Node(tape, shape, d.vec(size(shape), low, high)) as Any);
    const shape = op.shape(shapes, at);
    const y: Any = new Node(tape, shape, op.forward(float64, args, at), { op, args, at });
    const g = new Node(
      tape,
      shape,
      y.data.map((_, i) => 1 + i + d.real(0, 0.5)),
    );
    const named = Object.fromEntries(args.map((arg, i) => [`x${i}`, arg]));
    return { ...named, loss: (y as Node).mul(g as Node).sum() };
  });
  return { truth: truthOf(model, tape), names: shapes.map((_, i) => `x${i}`) };
}

const table = Object.entries(ops) as [string, Op<unknown>][];

describe.each(table)("%s", (_name, op) => {
  it("has a rule inside the error bars of its double-double differences", () => {
    for (const seed of [1, 2, 3]) {
      const { truth, names } = truthOfOp(op, seed);
      for (const name of names) expect(truth.gradient(name)).toBeDefined();
    }
  });

  /** The op with its derivative tampered with. */
  const tampered = (tamper: <N>(F: Field<N>, pieces: N[][]) => N[][]): Op<unknown> => ({
    ...op,
    vjp: (F, g, y, xs, at) => tamper(F, op.vjp(F, g, y, xs, at)),
  });
  const faults = {
    sign: tampered((F, pieces) => pieces.map((piece) => piece.map((x) => F.neg(x)))),
    "factor 2": tampered((F, pieces) => pieces.map((piece) => piece.map((x) => F.add(x, x)))),
    "last entry": tampered((F, pieces) =>
      pieces.map((piece) => [...piece.slice(0, -1), F.neg(piece.at(-1)!)]),
    ),
    "g taken for 1": {
      ...op,
      vjp: (F, g, y, xs, at) =>
        op.vjp(
          F,
          g.map(() => F.of(1)),
          y,
          xs,
          at,
        ),
    },
  } satisfies Record<string, Op<unknown>>;

  it.each(Object.entries(faults))("stops the judge when its rule has a fault: %s", (_fault, broken) => {
    const gradients = () =>
      [1, 2, 3].map((seed) => {
        const { truth, names } = truthOfOp(broken, seed);
        return names.map((name) => truth.gradient(name));
      });
    expect(gradients).toThrow(InfrastructureError);
  });
});

describe("models are written with methods of the same names", () => {
  const of = (build: (ops: ModelOps) => { y: Named }): unknown => {
    const { model, tape } = record(build);
    return truthOf(model, tape).value("y");
  };

  test("broadcasting: scalars and rows over matrices, from either side", () => {
    expect(
      of(({ of }) => ({
        y: of([
          [1, 2],
          [3, 4],
        ]).add(of([10, 20])),
      })),
    ).toEqual([
      [11, 22],
      [13, 24],
    ]);
    expect(of(({ of }) => ({ y: of(2).mul(of([1, 2, 3])) }))).toEqual([2, 4, 6]);
    expect(() => of(({ of }) => ({ y: of([1, 2]).add(of([1, 2, 3])) }))).toThrow(
      /\(2\) and \(3\) do not broadcast/,
    );
  });
  test("matmul: vectors are rows on the left, columns on the right", () => {
    const A = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(of(({ of }) => ({ y: of(A).matmul(of([1, 0, 1])) }))).toEqual([4, 10]);
    expect(of(({ of }) => ({ y: of([1, 1]).matmul(of(A)) }))).toEqual([5, 7, 9]);
    expect(of(({ of }) => ({ y: of([1, 2]).matmul(of([3, 4])) }))).toEqual(11);
    expect(() => of(({ of }) => ({ y: of(A).matmul(of(A)) }))).toThrow(/\(2, 3\) and \(2, 3\) do not fit/);
  });
  test("sums and means, of everything or along one axis", () => {
    const A = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(of(({ of }) => ({ y: of(A).sum() }))).toBe(21);
    expect(of(({ of }) => ({ y: of(A).sum(0) }))).toEqual([5, 7, 9]);
    expect(of(({ of }) => ({ y: of(A).mean(1) }))).toEqual([2, 5]);
  });
  test("stack, concat, at, flat and reshape only move numbers", () => {
    expect(of(({ of, stack }) => ({ y: stack([of(1), of(2)]) }))).toEqual([1, 2]);
    expect(of(({ of, stack }) => ({ y: stack([of([1, 2]), of([3, 4])]).transpose() }))).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(of(({ of, concat }) => ({ y: concat([of([1]), of([2, 3])]).reshape(3, 1) }))).toEqual([
      [1],
      [2],
      [3],
    ]);
    expect(
      of(({ of }) => ({
        y: of([
          [1, 2],
          [3, 4],
        ])
          .at(1)
          .at(0),
      })),
    ).toBe(3);
    expect(
      of(({ of }) => ({
        y: of([
          [1, 2],
          [3, 4],
        ]).flat(),
      })),
    ).toEqual([1, 2, 3, 4]);
  });
  test("a cross-entropy on logits of ±800 is finite, and so is its gradient", () => {
    const { model, tape } = record(({ of }) => {
      const z = of([800, -800, 800, -800]);
      return {
        z,
        loss: z
          .softplus()
          .sub(z.mul(of([1, 0, 0, 1])))
          .mean(),
      };
    });
    const truth = truthOf(model, tape);
    expect(truth.value("loss")).toBe(400);
    expect(truth.gradient("z")).toEqual([0, 0, 0.25, -0.25]);
  });
  test("huber is made of clamp", () => {
    const { model, tape } = record(({ of }) => {
      const r = of([-3, -0.4, 0.2, 2]);
      const c = r.clamp(-1, 1);
      return { r, each: r.mul(c).sub(c.square().mul(0.5)), loss: r.mul(c).sub(c.square().mul(0.5)).sum() };
    });
    const truth = truthOf(model, tape);
    expect(truth.value("each")).toEqual([2.5, 0.08000000000000002, 0.020000000000000004, 1.5]);
    expect(truth.gradient("r")).toEqual([-1, -0.4, 0.2, 1]);
  });
});
