/** @file Lesson 01 says no number that is not derived here, from the lectures' worked examples or by plain arithmetic. */
import { Value } from "gradbook";
import { describe, expect, it } from "vitest";
import { curves, thinQuadratic } from "../../grader/specs/01-slopes/quiz-shapes.ts";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { blocks, prose, code } = textsOf("01-slopes");

/** The slope of eˣ at 1, by the library's derivative rule: nothing of the lesson's own differences. */
const one = new Value(1);
one.exp().backward();
const e = one.grad;
const { exp, sqrt, hypot, cbrt } = Math;

const fit = worked("ds542-linear-regression");
const [xs, ys] = [fit.given.vec("x"), fit.given.vec("y")];
const phi = fit.given.vec("phi");
const lr = fit.given.num("alpha");
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const lossAt = ([p0 = 0, p1 = 0]: readonly number[]) => sumOf(xs.map((x, i) => (p0 + p1 * x - ys[i]!) ** 2));
/** The bottom of the bowl by the normal equations, which the lesson does not use. */
const [n, sx, sxx, sy] = [xs.length, sumOf(xs), sumOf(xs.map((x) => x * x)), sumOf(ys)];
const sxy = sumOf(xs.map((x, i) => x * ys[i]!));
const bottom = [(sy * sxx - sx * sxy) / (n * sxx - sx * sx), (n * sxy - sx * sy) / (n * sxx - sx * sx)];
const H = [2 * n, 2 * sx, 2 * sxx] as const;
const stretch = (H[0] + H[2] + sqrt((H[2] - H[0]) ** 2 + 4 * H[1] ** 2)) / 2;

const tolerance = (a: number, n: number) => 1e-8 + 1e-6 * Math.max(Math.abs(a), Math.abs(n));
const g = (a: number, b: number) => a * a * b + 3 * b;

/** Numbers that the lesson sets. */
const given = [
  ...[0.1, 0.2, 0.01, 0.000000004, 0.4, 2000000.4, 0.5, 0.500004, 0.000004, 1.01], // steps; pairs for the checker
  ...[...phi, ...xs, ...ys, lr],
];
/** Numbers that follow from them. */
const derived = [
  ...[exp(2), e, exp(2) - e], // the secant for h = 1
  ...[(exp(1.1) - e) / 0.1, (e - exp(0.9)) / 0.1, (exp(1.1) - exp(0.9)) / 0.2, (exp(1.1) - exp(0.9)) / 0.1],
  ...[g(2.1, 5), g(1.9, 5), g(2, 5.1), g(2, 4.9), (g(2.1, 5.1) - g(1.9, 4.9)) / 0.2],
  ...[tolerance(0.5, 0.500004), 0.000004 / tolerance(0.5, 0.500004)],
  ...[0.01 / hypot(30000, 1), 0.01 / tolerance(1.01, 1)],
  ...[
    fit.expected.vec("losses"),
    fit.expected.mat("perExampleGrad").flat(),
    fit.expected.vec("gradSum"),
  ].flat(),
  ...xs.map((x, i) => phi[0]! + phi[1]! * x - ys[i]!),
  ...[fit.expected.num("L"), fit.expected.num("L_afterOneStep"), ...fit.expected.vec("phi_afterOneStep")],
  ...[stretch, 1 - lr * 16.815, 2 / stretch, ...bottom, lossAt(bottom)],
  ...[(exp(1 + 1e-12) - exp(1)) / 1e-12, (0.01 / 2) * e, (0.01 ** 2 / 6) * e, 1e-16 / 1e-12],
  ...[2.2, 1.2], // times a power of ten: checked below
];

describe("the prose of lesson 01", () => {
  decimalsAreKnown(prose, given, derived);
  const sums = worksOut(prose, String.raw`\(N - N\)/N = N`, (a, b, c) => (a - b) / c);
  const quotients = worksOut(prose, String.raw`(?<!\))(?<!\d)N/N = N`, (a, b) => a / b);
  const steps = worksOut(prose, String.raw`N - N × \(N\) = N`, (a, b, c) => a - b * c);
  it("shows enough of them for a reader to follow", () => {
    expect(sums + quotients + steps).toBeGreaterThanOrEqual(6);
  });

  it("names the powers of ten that its default step comes from", () => {
    expect(prose).toContain("2.2 · 10⁻¹⁶");
    expect(Number.EPSILON.toExponential(1)).toBe("2.2e-16");
    expect(prose).toContain("6 · 10⁻⁶");
    expect(cbrt(Number.EPSILON).toExponential(0)).toBe("6e-6");
    expect(prose).toContain("near a million they are 1.2 · 10⁻¹⁰");
    expect((2 ** (Math.floor(Math.log2(1e6)) - 52)).toExponential(1)).toBe("1.2e-10");
  });
  it("counts parameters and runs of the lectures' digit network", () => {
    const [parameters = ""] = /[\d,]+(?= parameters)/.exec(prose) ?? [];
    const count = 784 * 16 + 16 + 16 * 16 + 16 + 16 * 10 + 10;
    expect(parameters).toBe(count.toLocaleString("en"));
    expect(prose).toContain(`${(2 * count).toLocaleString("en")} times`);
  });
});

describe("the examples of lesson 01 are those of the lectures", () => {
  it("the line fit", () => {
    expect(code).toContain(`[[${xs.join(", ")}], [${ys.join(", ")}]]`);
    expect(prose).toContain(`φ = (${phi.join(", ")})`);
    expect(lossAt(fit.expected.vec("phi_afterOneStep"))).toBeCloseTo(fit.expected.num("L_afterOneStep"), 12);
    expect(prose).toContain(`H = ((${H[0]}, ${H[1]}), (${H[1]}, ${H[2]}))`);
  });
  it("the errors of differences, one of them predicted", () => {
    const example = worked("numerical-derivative-error");
    expect(example.given.num("x")).toBe(1);
    expect((exp(1.01) - e) / 0.01 - e).toBeCloseTo(example.expected.num("forwardTruncation_h_1e-2"), 10);
    expect((0.01 ** 2 / 6) * e).toBeCloseTo(example.expected.num("centralTruncation_h_1e-2"), 8);
  });
});

describe("the shapes that lesson 01 draws are those that 1.5 is judged by", () => {
  const cell = blocks.find(({ text }) => text.startsWith("const shapes"))?.text ?? "";
  const untyped = cell.replace(/const shapes: .*? = \[$/m, "const shapes = [").replaceAll(": number", "");
  const drawn = new Function(`${untyped}\nreturn { shapes, thinQuadratic };`)() as {
    shapes: [name: string, f: (x: number) => number, from: number, to: number][];
    thinQuadratic: typeof thinQuadratic;
  };
  it.each(Object.entries(curves))("%s", (name, [f, from, to]) => {
    const [, shape, ...window] = drawn.shapes.find(([drawnName]) => drawnName === name) ?? [];
    expect(window).toEqual([from, to]);
    for (let i = 0; i <= 40; i++) {
      const x = from + ((to - from) * i) / 40;
      expect(shape?.(x)).toBe(f(x));
    }
  });
  it("thinQuadratic", () => {
    expect(drawn.shapes.length).toBe(Object.keys(curves).length);
    for (const [x, y] of [
      [1, 2],
      [-0.5, 0.25],
    ] as const)
      expect(drawn.thinQuadratic(x, y)).toBe(thinQuadratic(x, y));
  });
});
