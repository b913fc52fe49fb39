/** @file Lesson 10 says no number that is not derived here, from the lectures' worked examples or by plain arithmetic. */
import path from "node:path";
import { mulberry32 } from "gradbook";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { blocks, prose, code } = textsOf("10-engine");
const { cos, log, tanh } = Math;

const diamond = worked("dag-fanout-diamond");
const logistic = worked("inf721-logistic-scalar");
const log10 = worked("cs434-graph-log10");

/** Numbers that the lesson sets: where it asks for a slope, a learning rate, a margin. */
const given = [0.5, 0.1, 0.25, logistic.expected.num("z")];
const lr = 0.1;
const first = 1 - lr * 2;
/** Numbers that follow from them. */
const derived = [
  ...[tanh(0.5), 1 - tanh(0.5) ** 2, 1 / (4 * log(10))],
  ...[cos(1), cos(2), 5 * cos(1) + 3 * cos(2)],
  ...[first, 2 * first, first - lr * 2 * first, 2 + 2 * first, first - lr * (2 + 2 * first)],
  logistic.expected.num("L"),
];

describe("the prose of lesson 10", () => {
  decimalsAreKnown(prose, given, derived);
  const weighted = worksOut(prose, "N × N - N × N = N", (a, b, c, d) => a * b - c * d);
  const steps = worksOut(prose, String.raw`(?<!× )(?<![\d.])N - N × N = N`, (a, b, c) => a - b * c);
  const sums = worksOut(prose, String.raw`N × N \+ N × N = N`, (a, b, c, d) => a * b + c * d);
  it("works enough out for a reader to follow", () => expect(weighted + steps + sums).toBeGreaterThan(3));
});

describe("the examples of lesson 10 are those of the lectures", () => {
  it("the diamond: records and gradients", () => {
    const { num } = diamond.expected;
    for (const name of ["a", "c"]) expect(prose).toContain(`| ${name} | ${num(name)} |`);
    expect(prose).toContain(`c gets ${num("grads.c")}. b gets 16 + 12 × 1 = ${num("grads.b")}`);
    expect(prose).toContain(`= ${num("dy_dx")}, the number of lesson 4`);
    expect(code).toContain(`node("y", ${num("y")}, "b", "c")`);
  });
  it("the log10 graph and the cost of a logit", () => {
    const [x1, x2] = log10.expected.vec("grad");
    expect(code).toContain(`(${x1!.toFixed(4)}, ${x2!.toFixed(4)} and 0 on the slide)`);
    const { num } = logistic.expected;
    expect(code).toContain(`(${num("L").toFixed(6)} and σ(0.9) - 1 = ${(num("yhat") - 1).toFixed(6)})`);
  });
});

describe("the fuzz report of lesson 10", async () => {
  // Loaded by name: answers are checked under the students' compiler settings.
  const solution = path.join(import.meta.dirname, "../../solutions/10-engine/run-program.ts");
  const { runProgram } = (await import(solution)) as { runProgram: unknown };
  const cells = blocks
    .map(({ text }) => text)
    .filter((text) => /^(const plain|function randomProgram|function errorsOf)/.test(text));
  const body = ts.transpile(cells.join("\n"), { target: ts.ScriptTarget.ES2022 });
  const errorsOf = new Function("mulberry32", "runProgram", `${body}; return errorsOf;`)(
    mulberry32,
    runProgram,
  ) as (seed: number) => number[];
  it("draws the errors of the solution's engine as those of a sound one", () => {
    const decades = Array.from({ length: 200 }, (_, seed) => errorsOf(seed))
      .flat()
      .map((error) => Math.min(0, Math.max(-14, Math.floor(Math.log10(error)))));
    const drawn = JSON.parse(/const sound = (\[.*\]);/.exec(code)?.[1] ?? "[]") as number[];
    const counted = drawn.map((_, i) => decades.filter((decade) => decade === i - 14).length);
    // Math.tanh and its like may differ in the last digit from one engine to the next: an error near a border may move.
    for (const [i, count] of counted.entries()) expect(Math.abs(count - drawn[i]!)).toBeLessThanOrEqual(10);
    expect(decades.length).toBe(drawn.reduce((sum, n) => sum + n, 0));
  });
});
