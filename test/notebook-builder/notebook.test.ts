import { describe, expect, it } from "vitest";
import { sourceOf, writeNotebook } from "../../grader/submissions/nbformat.ts";
import { buildNotebook } from "../../tools/notebook/notebook.ts";
import { lesson, markdown } from "./fixture.ts";

const cells = (...args: Parameters<typeof lesson>) => buildNotebook(lesson(...args)).cells;

describe("a lesson's notebook", () => {
  it("has a cell for each piece of prose and code, and two for an exercise", () => {
    expect(
      cells().map((cell) => [cell.id, cell.metadata.gradbook?.role, sourceOf(cell)]),
    ).toMatchInlineSnapshot(`
      [
        [
          "slopes",
          "lesson",
          "## Slopes

      A slope is Δy/Δx.",
        ],
        [
          "slopes-2",
          "lesson",
          "import { type Fn1, NotImplementedError } from "gradbook";
      import { check } from "gradbook/check";",
        ],
        [
          "answer-half",
          "answer",
          "// ½ of x²
      function half(x: Fn1): number {
        throw new NotImplementedError("half");
      }",
        ],
        [
          "check-half",
          "check",
          "check("00-fixture/half", half);",
        ],
      ]
    `);
  });

  it("keeps the ids of other sections when a section grows", () => {
    const grown = markdown.replace("## Slopes", "# Start\n\n```ts\n1;\n```\n\n## Slopes");
    expect(cells(grown).map(({ id }) => id)).toEqual(expect.arrayContaining(cells().map(({ id }) => id)));
  });

  it("has unique ids that nbformat accepts, also under headings without a readable letter", () => {
    const text = `# ∂ ∂\n\n# ∂\n\n## Ünïcode ${"long ".repeat(40)}\n\n${markdown}\n\n## Slopes\n`;
    const ids = cells(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
  });

  it("locks what the student shall not change", () => {
    const locks = cells(`${markdown}\n\`\`\`ts editable\nconst mine = 1;\n\`\`\``).map(({ metadata }) => [
      metadata.gradbook?.role,
      metadata["editable"] ?? true,
      metadata["deletable"] ?? true,
    ]);
    expect(locks).toEqual([
      ["lesson", false, false],
      ["lesson", false, false],
      ["answer", true, false],
      ["check", false, false],
      ["free", true, true],
    ]);
  });

  it("checks an object of functions by its name", () => {
    const starter = "export const half = { of: (x: number) => x / 2 };\n";
    const check = cells(markdown, { starter }).at(-1);
    expect(check && sourceOf(check)).toBe('check("00-fixture/half", { half: half });');
  });

  it("checks several exports by name, without shorthand", () => {
    const check = cells(markdown, { exports: ["half", "twice"] }).at(-1);
    expect(check && sourceOf(check)).toBe('check("00-fixture/half", { half: half, twice: twice });');
  });
});

describe("nbgrader's metadata", () => {
  // Worked out once with Python's hashlib, by the rule of nbgrader.utils.compute_checksum.
  it.each([
    ["read-only prose", 0, 2, "7a64a8d1350c4ac11d825cc1bb402070"],
    ["read-only code", 1, 2, "4291748b352ce42bf769d49b10446020"],
    ["an answer", 2, 2, "068e2fb5e7199b0c644886c50d5722b5"],
    ["a check worth 2 points", 3, 2, "d36cdb7d5da5445b8b76520d12f18547"],
    ["a check worth half a point", 3, 0.5, "741d25e5157aa44b1aad25a52737d081"],
  ])("has nbgrader's own checksum for %s", (_what, index, points, checksum) => {
    expect(cells(markdown, { points })[index]?.metadata.nbgrader?.["checksum"]).toBe(checksum);
  });

  it("says which cell is written by the student and which earns the points", () => {
    const kinds = cells().map(({ metadata: { nbgrader } }) => nbgrader);
    expect(kinds[2]).toMatchObject({
      grade: false,
      solution: true,
      locked: false,
      schema_version: 3,
      task: false,
    });
    expect(kinds[2]).not.toHaveProperty("points");
    expect(kinds[3]).toMatchObject({ grade: true, solution: false, locked: true, points: 2 });
  });
});

describe("the bytes of a notebook", () => {
  it("are those that JupyterLab saves: keys sorted, indented by 1, one line of source a string, a final line break", () => {
    const text = writeNotebook(buildNotebook(lesson()));
    expect(text.split("\n").slice(0, 28).join("\n")).toMatchInlineSnapshot(`
      "{
       "cells": [
        {
         "cell_type": "markdown",
         "id": "slopes",
         "metadata": {
          "deletable": false,
          "editable": false,
          "gradbook": {
           "role": "lesson"
          },
          "nbgrader": {
           "cell_type": "markdown",
           "checksum": "7a64a8d1350c4ac11d825cc1bb402070",
           "grade": false,
           "grade_id": "00-fixture_slopes",
           "locked": true,
           "schema_version": 3,
           "solution": false,
           "task": false
          }
         },
         "source": [
          "## Slopes\\n",
          "\\n",
          "A slope is Δy/Δx."
         ]
        },"
    `);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text).toContain("Δy/Δx");
  });

  it("are the same after reading and writing again", () => {
    const text = writeNotebook(buildNotebook(lesson()));
    expect(writeNotebook(JSON.parse(text))).toBe(text);
  });
});
