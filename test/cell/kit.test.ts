/** @file What specs hand to student code. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FnName, makeKit } from "../../grader/cell/kit.ts";

const kit = makeKit();
const names: readonly FnName[] = ["identity", "sigmoid", "tanh", "relu", "leakyRelu", "sin", "cos", "exp", "square", "cube", "reciprocal", "log", "abs"]; // biome-ignore format: a list

describe("act() and fn()", () => {
  it.each(names)("%s has the slope of its values", (name) => {
    const { f, df } = kit.fn(name);
    const away = fc.double({ min: 0.3, max: 3, noNaN: true });
    const points = name === "log" ? away : fc.tuple(away, fc.boolean()).map(([x, left]) => (left ? -x : x));
    const h = 1e-5;
    fc.assert(
      fc.property(points, (x) => {
        expect(df(x)).toBeCloseTo((f(x + h) - f(x - h)) / (2 * h), 5);
      }),
      { seed: 1 },
    );
  });

  it("stay finite far out", () => {
    for (const name of ["sigmoid", "tanh"] as const)
      for (const z of [-800, 800]) {
        expect(Number.isFinite(kit.act(name).f(z))).toBe(true);
        expect(kit.act(name).df(z)).toBeCloseTo(0, 12);
      }
  });

  it("keep the course's conventions at the kink", () => {
    expect(kit.act("relu").df(0)).toBe(0);
    expect(kit.act("leakyRelu").df(0)).toBe(1);
    expect(kit.act("abs").df(0)).toBe(0);
  });

  it("take leakyRelu's slope below 0: 0.01 unless said", () => {
    expect(kit.act("leakyRelu").f(-2)).toBe(-0.02);
    expect(kit.act("leakyRelu", 0.3).f(-2)).toBe(-0.6);
  });
});

describe("polynomial()", () => {
  it("counts powers from 0: 1 + 2x + 3x² at 2 is 17, with slope 14", () => {
    const { f, df } = kit.polynomial([1, 2, 3]);
    expect([f(2), df(2)]).toEqual([17, 14]);
  });
});

describe("spy()", () => {
  it("notes a vector as it was when asked", () => {
    const { fn, args } = kit.spy((x: number[]) => x[0]);
    const x = [1, 2];
    fn(x);
    x[0] = 5;
    fn(x);
    expect(args).toEqual([[1, 2], [5, 2]]); // biome-ignore format: one line
  });
});

describe("layer()", () => {
  it("has the Jacobian of its values, and notes where it was asked", () => {
    const { f, J, asked } = kit.layer([[1, -2], [0.5, 3], [0, 1]], "tanh"); // biome-ignore format: a matrix
    const z = [0.3, -0.4];
    const h = 1e-5;
    const jacobian = J(z);
    for (const j of [0, 1]) {
      const [up, down] = [1, -1].map((sign) => f(z.map((v, k) => (k === j ? v + sign * h : v))));
      jacobian.forEach((row, i) => {
        expect(row[j]).toBeCloseTo(((up?.[i] ?? 0) - (down?.[i] ?? 0)) / (2 * h), 8);
      });
    }
    expect(asked).toEqual([z]);
  });
});

describe("rng()", () => {
  it("draws the same numbers from the same seed", () => {
    const [one, other] = [kit.rng(7), kit.rng(7)];
    for (let k = 0; k < 100; k++) expect(one()).toBe(other());
  });
});

describe("attempt()", () => {
  it("returns the value or the text of what was thrown", () => {
    expect(kit.attempt(() => 3)).toEqual({ value: 3 });
    expect(kit.attempt(() => JSON.parse("{"))).toHaveProperty("threw");
  });

  it("words a full stack as the reader does", () => {
    const deep = (): number => deep() + 1;
    expect(kit.attempt(deep)).toEqual({ threw: "it calls itself too deeply" });
  });

  it("lets a starter's NotImplementedError through, so that it stays a to do", () => {
    const starter = () => {
      throw Object.assign(new Error("later"), { name: "NotImplementedError" });
    };
    expect(() => kit.attempt(starter)).toThrow("later");
  });
});

describe("watch()", () => {
  it("counts the reads of every entry, through loops and methods", () => {
    const { matrix, reads } = kit.watch([[1, 2], [3, 4]]); // biome-ignore format: a matrix
    const sum = matrix.map((row) => row.reduce((s, v) => s + v, 0));
    expect(sum).toEqual([3, 7]);
    expect(matrix[1]?.[0]).toBe(3);
    expect(reads()).toEqual([[1, 1], [2, 1]]); // biome-ignore format: a matrix
  });
});

describe("chain()", () => {
  const Ws = [
    [[1, 2, 3], [4, 5, 6]], // biome-ignore format: one line
    [[7, 8]],
  ];
  it("has a layer for each matrix, with its Jacobian", () => {
    const { layers, misfit } = kit.chain(Ws, ["identity", "identity"]);
    expect(layers[1]!.f(layers[0]!.f([1, 0, 0]))).toEqual([7 * 1 + 8 * 4]);
    expect(layers[0]!.J([1, 0, 0]).map((row) => [...row])).toEqual(Ws[0]);
    expect(misfit()).toBe("");
  });
  it("counts reads over all times that a layer was asked", () => {
    const { layers, mostReads } = kit.chain(Ws, ["identity", "identity"]);
    for (const _ of [1, 2, 3]) expect(layers[1]!.J([0, 0])[0]![1]).toBe(8);
    expect(layers[0]!.J([0, 0, 0])[0]![0]).toBe(1);
    expect(mostReads()).toBe(3);
  });
  it("says where a layer was asked at a vector that it does not take, and answers NaN", () => {
    const { layers, misfit } = kit.chain(Ws, ["identity", "identity"]);
    expect(layers[1]!.f([1, 2, 3])).toEqual([Number.NaN]);
    layers[0]!.J([1]);
    expect(misfit()).toBe("layers[1].f takes 2 numbers and was asked at 3");
  });
});
