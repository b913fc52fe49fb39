import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quotients, slopesAlong } from "../../grader/model/differences.ts";
import { forward } from "../../grader/model/evaluate.ts";
import { extended } from "../../grader/model/field.ts";
import { type Node, record } from "../../grader/model/node.ts";

/** The numerical slope of f at x. */
function slope(f: (x: Node) => Node, x: number) {
  const { model, tape } = record(({ of }) => {
    const leaf = of(x);
    return { leaf, y: f(leaf) };
  });
  return slopesAlong(forward(extended, tape), model.y, model.leaf, [1])[0]!;
}

describe("numerical slopes in double-double", () => {
  const functions: Record<string, [f: (x: Node) => Node, df: (x: number) => number]> = {
    exp: [(x) => x.exp(), Math.exp],
    sin: [(x) => x.sin(), Math.cos],
    "x³": [(x) => x.pow(3), (x) => 3 * x * x],
    "1/(1 + x²)": [(x) => x.square().add(1).pow(-1), (x) => (-2 * x) / (1 + x * x) ** 2],
    "ln(1 + x²)": [(x) => x.square().add(1).log(), (x) => (2 * x) / (1 + x * x)],
  };
  it.each(Object.entries(functions))(
    "of %s are right, and their error bars hold the true slope",
    (_name, [f, df]) => {
      const points = fc.double({ min: -5, max: 5, noNaN: true });
      fc.assert(
        fc.property(points, (x) => {
          const { value, error } = slope(f, x);
          // The closed form is rounded too: four units in the last place are its own.
          expect(Math.abs(value - df(x))).toBeLessThanOrEqual(error + 2 ** -50 * Math.abs(df(x)));
          expect(error).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(df(x))));
        }),
        { seed: 7, numRuns: 100 },
      );
    },
  );

  test("need no scale: x of 1e-12 and of 1e12", () => {
    for (const x of [1e-12, 1e12]) expect(slope((n) => n.log(), x).value * x).toBeCloseTo(1, 12);
  });
  test("see through a loss with a large constant in it", () => {
    const { value, error } = slope((x) => x.sin().mul(1e-3).add(1e9), 1);
    expect(value).toBeCloseTo(1e-3 * Math.cos(1), 14);
    expect(error).toBeLessThan(1e-8);
  });
});

describe("at a kink every slope between left and right is one", () => {
  test.each([
    ["relu at 0", (x: Node) => x.relu(), 0, [0, 1]],
    ["abs at 0", (x: Node) => x.abs(), 0, [-1, 1]],
    ["leakyRelu at 0", (x: Node) => x.leakyRelu(0.1), 0, [0.1, 1]],
    ["max of x and 2x at 0", (x: Node) => x.max(x.mul(2)), 0, [1, 2]],
    ["a hinge at its corner", (x: Node) => x.neg().add(1).relu(), 1, [-1, 0]],
  ] as const)("%s", (_name, f, x, [low, high]) => {
    const found = slope(f, x);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });
  test("beside it there is one slope: 1e-3, and still 1e-9 away", () => {
    for (const x of [1e-3, -1e-3, 1e-9, -1e-9]) {
      const { low, high } = slope((n) => n.relu(), x);
      expect([low, high]).toEqual(x > 0 ? [1, 1] : [0, 0]);
    }
  });
  test("where only the second derivative jumps there is no kink", () => {
    const huber = (x: Node) => x.mul(x.clamp(-1, 1)).sub(x.clamp(-1, 1).square().mul(0.5));
    const { low, high } = slope(huber, 1);
    expect(high - low).toBeLessThan(1e-9);
    expect(low).toBeCloseTo(1, 9);
  });
});

test("difference quotients in Float64 are what students compute", () => {
  const { model } = record(({ of }) => {
    const x = of([1, 2]);
    return { x, y: x.exp().sum() };
  });
  const central = (x: number, h: number) => (Math.exp(x + h) - Math.exp(x - h)) / (2 * h);
  const found = quotients(model.y, model.x, 1e-4, "central");
  expect(found[0]).toBeCloseTo(central(1, 1e-4), 10);
  expect(found[1]).toBeCloseTo(central(2, 1e-4), 10);
});
