/** @file Lesson 08 says no number that is not derived here, by plain arithmetic or from the lectures' worked examples. */
import path from "node:path";
import { moons, mulberry32 } from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("08-training");

const fit = worked("ds542-linear-regression");
const perExample = fit.expected.mat("perExampleGrad");
const mean = (rows: readonly number[][]) =>
  [0, 1].map((j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);

const ball = worked("mit-momentum-quadratic");
const best = worked("mit-momentum-optimal");
/** How much of the distance is left on a bowl with these curvatures, by the recursion of plain numbers. */
function left(lr: number, alpha: number, steps = 50, lambda = [1, 100]) {
  const last = lambda.map((l, i) => {
    let [theta, v] = [[10, 1][i]!, 0];
    for (let k = 0; k < steps; k++) {
      v = alpha * v - lr * l * theta;
      theta += v;
    }
    return theta;
  });
  return Math.hypot(...last) / Math.hypot(10, 1);
}
const [A, B, C] = [left(0.0198, 0), left(0.02, 0.99), left(0.0331, 0.6694)];

const given = [
  ...[...fit.given.vec("phi"), 0.2, -0.5], // where the line fit stands
  ...[ball.given.num("eta"), ball.given.num("momentum"), 0.5, 0.99, 0.1, 0.9, 0.25],
];
const derived = [
  ...perExample.flat(),
  ...[mean(perExample), mean(perExample.slice(0, 2))].flat(),
  ...[-0.5 * 0.5, -0.05 * 9.5, -0.725],
  ...[...ball.expected.mat("heavyBall"), ...ball.expected.mat("gradientDescent")].flat(),
  ...["gradientDescent", "heavyBall", "slideLiteral"].map((form) => ball.expected.num(`f_after6.${form}`)),
  ...[best.expected.num("gdMaxStableEta"), (2 * (1 + 0.99)) / 100],
  ...[best.expected.num("hbRate"), best.expected.num("gdRate"), A, B, C],
  ...[Math.sqrt(2 / 32), Math.sqrt(2 / 64)],
];

describe("the prose of lesson 08", () => {
  decimalsAreKnown(prose, given, derived);
  const products = worksOut(prose, String.raw`(?<![(\d.-])N × \(?N\)? = N`, (a, b) => a * b);
  const differences = worksOut(prose, String.raw`(?<![\d.])N - N = N`, (a, b) => a - b);
  const quotients = worksOut(prose, String.raw`(?<![\d(√.])N/N = N`, (a, b) => a / b);
  const roots = worksOut(prose, String.raw`√\(N/N\) = N`, (a, b) => Math.sqrt(a / b));
  it("works out enough of them for a reader to follow", () => {
    expect(products + differences + quotients + roots).toBeGreaterThanOrEqual(8);
  });
  it("says how products of slopes grow and shrink", () => {
    const slopes = worked("ds542-gradient-products");
    expect(prose).toContain(`2²⁰ = ${slopes.expected.vec("factor2")[3]!.toLocaleString("en")}`);
    expect(0.5 ** 20).toBeLessThan(1e-6);
  });
  it("counts the lectures' digit network", () => {
    const counts = worked("cs434-homework-net-counts");
    const { parameters, stored } = {
      parameters: counts.expected.num("parameters"),
      stored: counts.expected.num("storedValuesPerExample"),
    };
    expect(prose).toContain(`together ${parameters.toLocaleString("en")}`);
    expect(12560 + 272 + 170).toBe(parameters);
    expect(prose).toContain(`10 outputs: ${stored}`);
    expect(784 + 2 * 32 + 10).toBe(stored);
    const depths = [1, 2, 4, 8, 16, 32].map((hidden) => 784 + 2 * 16 * hidden + 10);
    expect(depths).toEqual([826, 858, 922, 1050, 1306, 1818]);
  });
});

describe("the examples of lesson 08 are those of the lectures", () => {
  it("batches of the line fit: two halves average to the whole", () => {
    expect(code).toContain(`[${perExample.map((row) => `[${row.join(", ")}]`).join(", ")}]`);
    const halves = mean([mean(perExample.slice(0, 2)), mean(perExample.slice(2))]);
    expect(halves).toEqual(mean(perExample).map((slope) => expect.closeTo(slope, 12)));
  });
  it("the settings on the map: the best two, and a slide's", () => {
    const optimum = ["gdOptimalEta", "hbOptimalEta", "hbOptimalMomentum"].map((key) =>
      best.expected.num(key),
    );
    expect(code).toContain(`name: "A", lr: ${optimum[0]!.toFixed(4)}, alpha: 0 }`);
    expect(code).toContain(`name: "C", lr: ${optimum[1]!.toFixed(4)}, alpha: ${optimum[2]!.toFixed(4)} }`);
    expect(code).toContain('name: "B", lr: 0.02, alpha: 0.99 }');
  });
  it("the border of the map: just below it the ball comes in, just above it flies off", () => {
    expect(left(0.0397, 0.99, 5000)).toBeLessThan(1);
    expect(left(0.0399, 0.99, 5000)).toBeGreaterThan(1);
  });
});

/** By a path that is computed: solutions have type settings of their own. */
const solution = path.resolve(import.meta.dirname, "../../solutions/08-training/train-moons.ts");
const { trainMoons } = (await import(
  solution
)) as typeof import("../../exercises/08-training/train-moons.ts");

describe("the settings that lesson 08 hands out for two moons", () => {
  it.each([1, 2, 3, 4, 5])("reach 97 %% of fresh points, seed %i", (seed) => {
    const rng = mulberry32(seed);
    const known = moons(200, 0.1, rng);
    const fresh = moons(200, 0.1, rng);
    const { predict } = trainMoons(known.X, known.y, rng);
    const right = fresh.X.filter((x, i) => predict(x) > 0.5 === (fresh.y[i] === 1)).length;
    expect(right / 200).toBeGreaterThanOrEqual(0.97);
  });
});
