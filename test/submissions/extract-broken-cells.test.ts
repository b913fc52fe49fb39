import { describe, expect, it } from "vitest";
import type { Cell } from "../../grader/submissions/nbformat.ts";
import { answersOf, at, code, exportsOf, notebook } from "./fixture.ts";

const half = "function half(x: number) {\n  return x / 2;\n}";
const quarter = "const quarter = (x: number) => half(half(x));";
const warnings = (answer: ReturnType<typeof answersOf>[string] | undefined) => answer?.warnings;
/** Puts cells in place of the answer cell of an exercise. */
const instead = (name: string, by: (cell: Cell) => Cell[]) => (cells: Cell[]) =>
  cells.flatMap((cell, i) => (i === at(cells, name) ? by(cell) : [cell]));

describe("a syntax error", () => {
  const broken = "function half(x: number) {\n  return x / ;\n}";
  it("costs the exercise in whose cell it is, and those that need it", () => {
    const answers = answersOf(
      notebook({ half: broken, quarter, pair: "const up = half2;\nconst half2 = 1;\nconst down = 2;" }),
    );
    expect(answers["half"]).toMatchInlineSnapshot(`
      {
        "broken": "the answer cannot be read as TypeScript: Expression expected",
        "exercise": "00-fixture/half",
        "origin": {
          "cell": 5,
          "line": 2,
        },
        "warnings": [],
      }
    `);
    expect(answers["quarter"]).toMatchInlineSnapshot(`
      {
        "broken": "cell 5, which the answer needs, cannot be read as TypeScript: Expression expected",
        "exercise": "00-fixture/quarter",
        "origin": {
          "cell": 5,
          "line": 2,
        },
        "warnings": [],
      }
    `);
    expect(answers["pair"]).toHaveProperty("source");
  });

  it("may be that the brackets nest too deeply for the parser", () => {
    expect(
      answersOf(notebook({ half: `const half = ${"[".repeat(20_000)}` }))["half"],
    ).toMatchInlineSnapshot(`
      {
        "broken": "the answer cannot be read as TypeScript: it is nested too deeply",
        "exercise": "00-fixture/half",
        "origin": {
          "cell": 5,
          "line": 1,
        },
        "warnings": [],
      }
    `);
    expect(
      answersOf(notebook({ half: `const half = 1;${" ".repeat(70_000)}` }))["half"],
    ).toMatchInlineSnapshot(`
      {
        "broken": "the answer cannot be read as TypeScript: it is longer than 64 KiB",
        "exercise": "00-fixture/half",
        "origin": {
          "cell": 5,
          "line": 1,
        },
        "warnings": [],
      }
    `);
  });
});

describe("what students and editors do to cells", () => {
  const working = (answers: ReturnType<typeof answersOf>) => exportsOf(answers["half"])["half"]?.(3);

  it.each([
    ["copied before it was changed", (cell: Cell) => [cell, { ...cell, id: "copy", source: half }]],
    [
      "copied, and the copy not changed",
      (cell: Cell) => [
        { ...cell, source: half },
        { ...cell, id: "copy" },
      ],
    ],
    [
      "copied, and the later one changed again",
      (cell: Cell) => [
        { ...cell, source: "const half = 1;" },
        { ...cell, source: half },
      ],
    ],
    [
      "copied, and the copy broken",
      (cell: Cell) => [
        { ...cell, source: half },
        { ...cell, source: "function half( {" },
      ],
    ],
    [
      "of an older version of the lesson, copied, and the copy not changed",
      (cell: Cell) => [
        { ...cell, source: half },
        { ...cell, source: 'function half(x: number) {\n  throw new NotImplementedError("old half");\n}' },
      ],
    ],
    [
      "split in the middle of the function",
      (cell: Cell) => [
        { ...cell, source: "function half(x: number) {" },
        { ...cell, source: "  return x / 2;\n}" },
      ],
    ],
    [
      "split behind a helper",
      (cell: Cell) => [
        { ...cell, source: "const two2 = 2;" },
        { ...cell, source: "const half = (x: number) => x / two2;" },
      ],
    ],
    [
      "split at its very beginning",
      (cell: Cell) => [
        { ...cell, source: "" },
        { ...cell, source: half },
      ],
    ],
    ["turned into Markdown", (cell: Cell) => [{ ...cell, cell_type: "markdown" as const, source: half }]],
    ["turned into a raw cell", (cell: Cell) => [{ ...cell, cell_type: "raw" as const, source: half }]],
    ["deleted, and the answer written elsewhere", () => [code(half)]],
    ["left as it was, and the answer written elsewhere", (cell: Cell) => [cell, code(half)]],
    ["merged with a free cell, so that its metadata are gone", () => [code(`const note = 1;\n\n${half}`)]],
    [
      "stripped of our metadata, not of nbgrader's",
      ({ metadata: { nbgrader }, ...cell }: Cell) => [
        { ...cell, metadata: nbgrader ? { nbgrader } : {}, source: half },
      ],
    ],
    ["marked by a comment only", () => [code(`// exercise: 00-fixture/half\n${half}`)]],
  ])("an answer cell %s", (_what, edit) => {
    const answers = answersOf(notebook({}, instead("half", edit)));
    expect(working(answers)).toBe(1.5);
    expect(warnings(answers["half"])).toMatchSnapshot();
  });

  it("a notebook stripped of all metadata", () => {
    const { cells } = notebook({ half, quarter });
    const answers = answersOf({
      cells: cells.map((cell) => ({ ...cell, metadata: {} })),
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    expect(exportsOf(answers["quarter"])["quarter"]?.(4)).toBe(1);
  });

  it("a notebook with its cells out of order", () => {
    const answers = answersOf(notebook({ half, quarter }, (cells) => [...cells].reverse()));
    expect(exportsOf(answers["quarter"])["quarter"]?.(4)).toBe(1);
  });

  it("an answer cell deleted", () => {
    expect(
      answersOf(
        notebook(
          {},
          instead("half", () => []),
        ),
      )["half"],
    ).toMatchInlineSnapshot(`
      {
        "exercise": "00-fixture/half",
        "missing": "its answer cell is not in the notebook, and no other cell declares half",
        "warnings": [],
      }
    `);
  });
});
