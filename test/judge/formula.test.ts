import { describe, expect, it, test } from "vitest";
import { evaluate } from "../../grader/judge/formula.ts";

describe("evaluate(formula, values)", () => {
  test.each([
    ["1 + 2*3", 7],
    ["(1 + 2)*3", 9],
    ["2^3^2", 512],
    ["-x^2", -9],
    ["2^-1", 0.5],
    ["8/2/2", 2],
    ["1 - 2 - 3", -4],
    ["--x", 3],
    ["+x", 3],
    [".5 + 1e-1", 0.6],
    ["x·x − 1", 8],
    ["x**2", 9],
    ["max(x, 5, -1)", 5],
    ["ln(e) + sin(pi/2)", 2],
    ["log10(1000) + sqrt(16) + abs(-1)", 8],
    ["tanh(0) + cos(0) + exp(0)", 2],
  ])("%s is %d where x = 3", (formula, value) => {
    expect(evaluate(formula, { x: 3 })).toBeCloseTo(value, 12);
  });

  it("takes a name of the exercise before a constant", () => {
    expect(evaluate("e", { e: 4 })).toBe(4);
  });

  test.each([
    ["", "the formula ends too early"],
    ["1 +", "the formula ends too early"],
    ["(x", "a closing bracket is missing"],
    ["sin x", "the bracket after sin is missing"],
    ["2x", '"x" is not expected after "2"; write * for a product'],
    ["2(x)", '"(" is not expected after "2"; write * for a product'],
    ["x)", '")" is not expected after "x"'],
    ["y", '"y" is not known here; use x, sin, cos, exp, ln, log10, tanh, sqrt, abs, max'],
    ["log(x)", '"log" may mean two things: write ln for the natural logarithm, or log10'],
    ["constructor", '"constructor" is not known here; use x, sin, cos, exp, ln, log10, tanh, sqrt, abs, max'],
    ["(".repeat(301), "the formula is too long"],
  ])("%s cannot be read, and says why", (formula, sentence) => {
    expect(evaluate(formula, { x: 3 })).toBe(sentence);
  });
});
