import { numericalDerivative } from "gradbook";
import { describe, expect, test } from "vitest";
import { type RandomFunction, randomFunctions, stores, waves } from "./random-function.ts";

const relu = (x: number) => Math.max(0, x);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** How often the true derivative lies within the bar, and how often a narrow bar is nowhere near it. */
function measure(functions: readonly RandomFunction[]) {
  let [honest, narrow, lies, kinks] = [0, 0, 0, 0];
  for (const { f, x, derivative } of functions) {
    const { value, error, kink } = numericalDerivative(f, x);
    const off = Math.abs(value - derivative);
    if (off <= error) honest++;
    if (kink) kinks++;
    if (error > 1e-5 * Math.abs(value) && error > 1e-9) continue;
    narrow++;
    if (off > 1e-4 * Math.abs(derivative) && off > 1e-9) lies++;
  }
  return { honest: honest / functions.length, narrow: narrow / functions.length, lies, kinks };
}

describe("on random functions", () => {
  test.each([1, 2, 3])("the true derivative lies within the error bar, seed %i", (seed) => {
    const { honest, narrow, lies, kinks } = measure(randomFunctions(400, seed));
    expect(honest).toBeGreaterThanOrEqual(0.995);
    expect(narrow).toBeGreaterThan(0.95);
    expect(lies).toBe(0);
    expect(kinks).toBe(0);
  });
  test.each([1, 2])("also when the argument is rounded more coarsely than f, seed %i", (seed) => {
    const { honest, narrow, lies } = measure(waves(2000, seed));
    expect(honest).toBeGreaterThanOrEqual(0.995);
    expect(narrow).toBeGreaterThan(0.99);
    expect(lies).toBe(0);
  });
  test.each([1e-9, 1e-11, 1e-13])(
    "also when f is 1 and moves by %f only, in stairs of roundings",
    (height) => {
      for (let x = 0.1; x < 5; x += 0.01) {
        const { value, error } = numericalDerivative((t) => 1 + height * Math.tanh(t), x);
        expect(Math.abs(value - height / Math.cosh(x) ** 2)).toBeLessThanOrEqual(error);
      }
    },
  );
  test.each([10, 14, 17])(
    "also when a part of f moves in stairs, and the rest does not: log(1 + e^(x − %i))",
    (z) => {
      for (let x = -2; x < 2; x += 0.008) {
        const { value, error } = numericalDerivative(
          (t) => 1e-4 * Math.exp(-t) + Math.log(1 + Math.exp(t - z)),
          x,
        );
        const derivative = -1e-4 * Math.exp(-x) + 1 / (1 + Math.exp(z - x));
        expect(Math.abs(value - derivative)).toBeLessThanOrEqual(error);
      }
    },
  );
  test.each(Object.entries(stores))("also when values are kept as %s", (_, store) => {
    const { honest } = measure(randomFunctions(400, 4, store));
    expect(honest).toBeGreaterThanOrEqual(0.98);
  });
});

/** Name, f, x, f'(x), and how wide the bar may be, relative to f'(x) where that is not 0. */
const hard: readonly (readonly [string, (x: number) => number, number, number, number])[] = [
  ["a small scale", Math.log, 1e-8, 1e8, 1e-9],
  ["a tiny scale", Math.log, 1e-100, 1e100, 1e-9],
  ["a large scale", (x) => x * x, 1e8, 2e8, 1e-9],
  ["near the edge of where it is finite", (x) => Math.log(x - 1), 1 + 2 ** -20, 2 ** 20, 1e-6],
  ["near a pole", (x) => 1 / (x - 1), 1 + 2 ** -13, -(2 ** 26), 1e-6],
  ["steep", (x) => Math.exp(50 * x), 1, 50 * Math.exp(50), 1e-9],
  ["oscillating", (x) => Math.sin(1e6 * x), 0.3, 1e6 * Math.cos(3e5), 1e-6],
  ["small waves on a slope", (x) => x + 1e-6 * Math.sin(1e6 * x), 0.5, 1 + Math.cos(5e5), 1e-2],
  ["saturated", Math.tanh, 10, Math.cosh(10) ** -2, 1e-2],
  ["constant", () => 3.7, 0.4, 0, 1e-14],
  ["a small slope on a large number", (x) => 5 + 1e-9 * x, 0.3, 1e-9, 1e-4],
  ["a zero of order four", (x) => (x - 1) ** 4, 1.001, 4e-9, 1e-3],
  ["a kink 1e-9 away", relu, 1e-9, 1, 1e-5],
  ["a kink 1e-6 away on the flat side", relu, -1e-6, 0, 1e-14],
  ["a large sum subtracted again", (x) => 1e6 + Math.sin(x) - 1e6, 1, Math.cos(1), 1e-3],
  ["float32", (x) => Math.fround(Math.exp(x)), 0.5, Math.exp(0.5), 2e-2],
  ["six decimals", (x) => Number((x * x).toFixed(6)), 0.8, 1.6, 1e-3],
  ["cancellation", (x) => (1 - Math.cos(x)) / (x * x), 1e-3, -1e-3 / 12, 0.1],
  ["huge logits", (x) => Math.log(1 + Math.exp(995 - x)), 1000, -sigmoid(-5), 1e-6],
  ["values whose squares underflow", (x) => Math.exp(-200 * x), 2.1, -200 * Math.exp(-420), 1e-6],
  ["a hole on the way of the wide steps", (x) => (Math.abs(x - 3) < 0.1 ? Number.NaN : x * x), 1, 2, 1e-9],
  // Rounding that lies on a line across even spacings: an earlier ladder was wrong here, in the fourth digit, and sure.
  ["an argument of 37221", (x) => Math.sin(265.9 * x), 139.98, 163.6648822206287, 1e-5],
  ["an argument of 2302", (x) => Math.sin(2.504 * x), 919.53, -2.403488456799274, 1e-5],
  ["an argument of 166910", (x) => Math.sin(852.1 * x), 195.88, -806.6478875369121, 1e-5],
  ["an argument without a rounding", (x) => Math.sin(344 * x), 232, 180.1047751375726, 1e-5],
  ["steep, and shifted far", (x) => Math.tanh(2940 * x - 2940 * 1.6875), 1.6875, 2940, 1e-5],
  // Numbers that are round where x is: no sign of values that are stored in decimals.
  ["the flat side of a rounded kink", (x) => relu(x - 0.3), 0.1, 0, 1e-14],
  ["the same on a rounded constant", (x) => 0.7 + relu(x - 0.25), 0.1, 0, 1e-12],
  ["a step at the point's own left", (x) => (x < 1 ? 0 : x), 1.5, 1, 1e-9],
];
test.each(hard)("%s: an honest bar, and a useful one", (_, f, x, derivative, width) => {
  const { value, error, kink } = numericalDerivative(f, x);
  expect(Math.abs(value - derivative)).toBeLessThanOrEqual(error);
  expect(error).toBeLessThanOrEqual(width * (Math.abs(derivative) || 1));
  expect(kink).toBeUndefined();
});

describe("a kink at the point", () => {
  test.each<[string, (x: number) => number, number, number, number]>([
    ["relu", relu, 0, 0, 1],
    ["abs", Math.abs, 0, -1, 1],
    ["max(x, 1)", (x) => Math.max(x, 1), 1, 0, 1],
    ["leaky relu", (x) => (x >= 0 ? x : 0.01 * x), 0, 0.01, 1],
    ["hinge", (x) => relu(1 - x), 1, -1, 0],
    ["on a slope", (x) => relu(x) + 5 * Math.sin(x + 1), 0, 5 * Math.cos(1), 1 + 5 * Math.cos(1)],
    ["a small one", (x) => 1e-3 * Math.abs(x) + Math.exp(x), 0, 0.999, 1.001],
  ])("%s: both slopes are told", (_, f, x, left, right) => {
    const { value, error, kink } = numericalDerivative(f, x);
    expect(kink?.left).toBeCloseTo(left, 6);
    expect(kink?.right).toBeCloseTo(right, 6);
    expect(value - error).toBeLessThanOrEqual(left);
    expect(value + error).toBeGreaterThanOrEqual(right);
    expect(error).toBeLessThan((right - left) / 2 + 1e-5);
  });

  test.each<[string, (x: number) => number, number]>([
    ["huber where it turns straight", (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5), 1],
    ["x|x|", (x) => x * Math.abs(x), 0],
    ["relu²", (x) => relu(x) ** 2, 0],
  ])("is none where only the second derivative jumps: %s", (_, f, x) => {
    expect(numericalDerivative(f, x).kink).toBeUndefined();
  });

  /** A smooth function and a kink whose slope jumps by `height`, at a distance from the point 0. */
  const bent = (i: number, height: number, distance: number) => (x: number) =>
    Math.sin(x + i) + height * relu(x - distance);
  const fifty = Array.from({ length: 50 }, (_, i) => i);

  test.each([1, 1e-2, 1e-4, 1e-6])("is seen when the slope jumps by %f", (height) => {
    for (const i of fifty) expect(numericalDerivative(bent(i, height, 0), 0).kink).toBeDefined();
  });
  test.each([1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9])(
    "does not disturb from a distance of %f",
    (distance) => {
      for (const i of fifty) {
        const { value, error, kink } = numericalDerivative(bent(i, 1, distance), 0);
        expect(Math.abs(value - Math.cos(i))).toBeLessThanOrEqual(error);
        // What rounding leaves at steps that stay on this side of the kink.
        expect(error).toBeLessThan(3e-9 + 4e-13 / distance);
        expect(kink).toBeUndefined();
      }
    },
  );
});

describe("a jump of the second derivative", () => {
  const distances = Array.from({ length: 300 }, (_, i) => 10 ** -(2 + i / 50));
  test.each([1e-2, 1, 100])("of %f does not deceive from any distance", (height) => {
    for (const distance of distances) {
      const { value, error } = numericalDerivative(
        (x) => Math.sin(x + 1) + height * relu(x - distance) ** 2,
        0,
      );
      expect(Math.abs(value - Math.cos(1))).toBeLessThanOrEqual(error);
    }
  });
});

test("nothing is claimed where f is not finite on both sides", () => {
  const unknown = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
  expect(numericalDerivative(Math.sqrt, 0)).toEqual(unknown);
  expect(numericalDerivative(Math.log, -1)).toEqual(unknown);
  expect(numericalDerivative(Math.sin, Number.NaN)).toEqual(unknown);
});

test("what is no number is named", () => {
  expect(() => numericalDerivative(() => undefined as never, 1)).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: f returned undefined; a number is expected]`,
  );
  expect(() => numericalDerivative(Math.sin, [1] as never)).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: numericalDerivative: x is an array of length 1; a number is expected]`,
  );
});
