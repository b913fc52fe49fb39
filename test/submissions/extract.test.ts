import { describe, expect, it } from "vitest";
import type { Cell } from "../../grader/submissions/nbformat.ts";
import { answersOf, at, code, exportsOf, handIn, notebook } from "./fixture.ts";

const half = "function half(x: number) {\n  return x / 2;\n}";
const quarter = "const quarter = (x: number) => half(half(x));";
const warnings = (answer: ReturnType<typeof answersOf>[string] | undefined) => answer?.warnings;
/** Puts cells in place of the answer cell of an exercise. */
const instead = (name: string, by: (cell: Cell) => Cell[]) => (cells: Cell[]) =>
  cells.flatMap((cell, i) => (i === at(cells, name) ? by(cell) : [cell]));

describe("an answer cell", () => {
  it("becomes a module that exports what the exercise asks for", () => {
    const { half: answer } = answersOf(notebook({ half }));
    expect(answer).toMatchInlineSnapshot(`
      {
        "exercise": "00-fixture/half",
        "origins": [
          {
            "cell": 5,
            "line": 1,
          },
          {
            "cell": 5,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 3,
          },
          undefined,
        ],
        "source": "function half(x: number) {
        return x / 2;
      }
      export { half };
      ",
        "warnings": [],
      }
    `);
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });

  it("that is as it was handed out still throws NotImplementedError", () => {
    const { half: answer } = answersOf(notebook());
    expect(() => exportsOf(answer)["half"]?.(3)).toThrow("half");
  });

  it("may export several functions, declared in any way", () => {
    const pair =
      "const up = (x: number) => x + one, one = 1;\nlet down: (x: number) => number;\ndown = (x) => x - one;";
    const { up, down } = exportsOf(answersOf(notebook({ pair }))["pair"]);
    expect([up?.(1), down?.(1)]).toEqual([2, 0]);
  });

  it("exports what it has when a function is gone, and says which", () => {
    const { pair } = answersOf(notebook({ pair: "const up = (x: number) => x + 1;" }));
    expect(Object.keys(exportsOf(pair))).toEqual(["up"]);
    expect(warnings(pair)).toMatchInlineSnapshot(`
      [
        "cell 9 declares no down",
      ]
    `);
    expect(answersOf(notebook({ half: "const hafl = 1;" }))["half"]).toMatchInlineSnapshot(`
      {
        "broken": "cell 5 declares no half",
        "exercise": "00-fixture/half",
        "warnings": [],
      }
    `);
  });

  it("traces every line to its cell", () => {
    const helper = code("\nconst one = 1;");
    const { half: answer } = answersOf(
      notebook({ half: "// mine\nfunction half(x: number) {\n  return one * x / 2;\n}" }, (cells) => [
        ...cells,
        helper,
      ]),
    );
    expect(answer).toMatchInlineSnapshot(`
      {
        "exercise": "00-fixture/half",
        "origins": [
          {
            "cell": 11,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 3,
          },
          {
            "cell": 5,
            "line": 4,
          },
          undefined,
        ],
        "source": "const one = 1;
      function half(x: number) {
        return one * x / 2;
      }
      export { half };
      ",
        "warnings": [],
      }
    `);
  });

  it("may have Windows line ends and letters of any language", () => {
    const { half: answer } = answersOf(
      notebook({ half: "// größe\r\nfunction half(größe: number) {\r\n  return größe / 2;\r\n}\r\n" }),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });
});

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

describe("a file that is no notebook", () => {
  it.each([
    ["not JSON", "{ half"],
    ["JSON of another kind", "[1, 2]"],
    ["without cells", '{"metadata": {}}'],
    ["of format 3", '{"worksheets": [], "nbformat": 3}'],
    ["empty", '{"cells": []}'],
    ["with blank cells", '{"cells": [{"cell_type": "code", "source": ["\\n"]}, null, 3]}'],
    ["of another course", '{"cells": [{"cell_type": "code", "source": "print(1)"}]}'],
  ])("%s", (_what, text) => {
    expect(() => answersOf(handIn(text))).toThrowErrorMatchingSnapshot();
  });
});

describe("a script", () => {
  const script = (text: string, siblings: Record<string, string> = {}, rest = {}) =>
    answersOf(handIn(text, { kind: "script", file: "ada.ts", siblings, ...rest }));

  it("answers the exercises whose functions it exports", () => {
    const answers = script(
      'import { type Vec } from "gradbook";\nconst two = 2;\nexport function half(x: number): number {\n  return x / two;\n}\nexport { four as quarter };\nconst four = (x: Vec[0]) => x / 4;',
    );
    expect(exportsOf(answers["half"])["half"]?.(3)).toBe(1.5);
    expect(exportsOf(answers["quarter"])["quarter"]?.(4)).toBe(1);
    expect(answers["quarter"]).toMatchObject({
      source:
        'import { type Vec } from "gradbook";\nconst four = (x: Vec[0]) => x / 4;\nexport { four as quarter };\n',
      origins: [undefined, { line: 7 }, undefined],
    });
    expect(answers["pair"]).toBeUndefined();
  });

  it("answers the exercise that it is marked for, even if the function is gone", () => {
    expect(script("// exercise: 00-fixture/half\nexport const hafl = 1;")).toMatchObject({
      half: { broken: "ada.ts declares no half" },
    });
  });

  it("finds its helpers in the student's files beside it", () => {
    const answers = script(
      'import { by as divisor } from "./helper";\nexport const half = (x: number) => x / divisor;',
      {
        "./helper.ts": 'import { one } from "./one.ts";\nexport const by = one + one;\nconst divisor = 0;',
        "./one.ts": "export default 1;\nexport const one = 1;",
      },
    );
    expect(exportsOf(answers["half"])["half"]?.(3)).toBe(1.5);
  });

  it("says which file it needs and did not get", () => {
    expect(
      script('import { by } from "./helper.ts";\nexport const half = (x: number) => x / by;'),
    ).toMatchObject({
      half: { broken: "the answer imports ./helper.ts, which was not handed in with it" },
    });
  });

  it("need not answer anything if another one imports it", () => {
    expect(script("export const by = 2;", {}, { isImported: true })).toEqual({});
    expect(() => script("export const by = 2;")).toThrowErrorMatchingInlineSnapshot(
      `[Error: this file exports no function that an exercise asks for]`,
    );
  });
});
