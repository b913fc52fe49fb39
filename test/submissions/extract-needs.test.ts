import { describe, expect, it } from "vitest";
import type { Cell } from "../../grader/submissions/nbformat.ts";
import { answersOf, at, code, exportsOf, notebook } from "./fixture.ts";

const quarter = "const quarter = (x: number) => half(half(x));";
const warnings = (answer: ReturnType<typeof answersOf>[string] | undefined) => answer?.warnings;
/** Puts cells in place of the answer cell of an exercise. */
const instead = (name: string, by: (cell: Cell) => Cell[]) => (cells: Cell[]) =>
  cells.flatMap((cell, i) => (i === at(cells, name) ? by(cell) : [cell]));

describe("what an answer needs", () => {
  it("comes along from other answers, helper cells and the lesson", () => {
    const helper = code("const one = 1;\nconst divisor = two * one;");
    const answers = answersOf(
      notebook({ half: "const half = (x: number) => x / divisor;", quarter }, (cells) => [...cells, helper]),
    );
    expect(exportsOf(answers["quarter"])["quarter"]?.(4)).toBe(1);
  });

  it("includes loops that fill a needed variable, and leaves out pictures, trials and prints", () => {
    const answer =
      "const table: number[] = [];\nfor (const p of powers) table.push(p / 2);\nconst half = (x: number) => table[x];\nshow(table, 'mine');\nconsole.log(half(guess.missing));";
    const { half: extracted } = answersOf(notebook({ half: answer }));
    expect(exportsOf(extracted)["half"]?.(3)).toBe(4);
    expect(extracted).toHaveProperty("source", expect.not.stringContaining("show"));
    expect(extracted).toHaveProperty("source", expect.not.stringContaining("console"));
  });

  it("is the last definition, wherever the cell stands, and the pristine lesson's where the lesson was changed", () => {
    const first = code("const one = 3;");
    const last = code("const one = 1;");
    const tampered = (cells: Cell[]) =>
      [first, ...cells, last].map((cell) =>
        cell.source === "const guess = 7;" || !String(cell.source).includes("const two")
          ? cell
          : { ...cell, source: "const two = 200;" },
      );
    const { half: answer } = answersOf(
      notebook({ half: "const half = (x: number) => (one * x) / two;" }, tampered),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });

  it("is what could run, not a later cell that does not parse", () => {
    const cells = [code("const one = 1;"), code("const one = 3; )")];
    const { half: answer } = answersOf(
      notebook({ half: "const half = (x: number) => one * x;" }, (all) => [...all, ...cells]),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(3);
  });

  it("may be in a cell of an older version of the lesson", () => {
    const old = { ...code("const oldName = 2;"), metadata: { gradbook: { role: "lesson" as const } } };
    const { half: answer } = answersOf(
      notebook({ half: "const half = (x: number) => x / oldName;" }, (cells) => [old, ...cells]),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });

  it("is the student's own version of a cell that was theirs to change", () => {
    const edit = (cells: Cell[]) =>
      cells.map((cell) =>
        cell.source === "const guess = 7;" ? { ...cell, source: "const guess = 8;" } : cell,
      );
    expect(
      exportsOf(answersOf(notebook({ half: "const half = (x: number) => guess;" }, edit))["half"])["half"]?.(
        1,
      ),
    ).toBe(8);
    expect(
      exportsOf(answersOf(notebook({ half: "const half = (x: number) => guess;" }))["half"])["half"]?.(1),
    ).toBe(7);
  });

  it("keeps apart helpers of the same name in different cells", () => {
    const answers = answersOf(
      notebook({
        half: "const by = 2;\nfunction half(x: number) {\n  const box = { by };\n  return x / box.by;\n}",
        quarter: "const by = 4;\nfunction quarter(x: number) {\n  return half(2 * x) / by;\n}",
      }),
    );
    expect(exportsOf(answers["quarter"])["quarter"]?.(4)).toBe(1);
    expect(exportsOf(answers["half"])["half"]?.(4)).toBe(2);
  });

  it("is not what a parameter or a local variable is called", () => {
    const helper = code("const x = missing();\nconst box = missing();");
    const { half: answer } = answersOf(
      notebook(
        { half: "function half(x: number) {\n  const { box } = { box: x };\n  return box / 2;\n}" },
        (cells) => [helper, ...cells],
      ),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });

  it("is named when it is the missing answer to another exercise", () => {
    const { quarter: answer } = answersOf(
      notebook(
        { quarter },
        instead("half", () => []),
      ),
    );
    expect(warnings(answer)).toMatchInlineSnapshot(`
      [
        "it uses half, the answer to 0.1 Half, which is not in this submission",
      ]
    `);
  });
});
