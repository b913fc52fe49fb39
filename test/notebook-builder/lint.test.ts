import { describe, expect, it } from "vitest";
import type { LessonExercise } from "../../tools/notebook/lesson.ts";
import { lint } from "../../tools/notebook/lint.ts";
import { lesson, markdown } from "./fixture.ts";

const report = (...args: Parameters<typeof lesson>) =>
  lint(lesson(...args)).map(({ file, line, message }) => `${file}:${line}: ${message}`);
/** The fixture's lesson with one more code cell, which begins in line 15. */
const withCell = (code: string) => report(`${markdown}\n\`\`\`ts\n${code}\n\`\`\`\n`);

describe("the lint of a lesson", () => {
  it("has nothing to say about a lesson that keeps the rules", () => {
    expect(report()).toEqual([]);
    expect(
      withCell(
        "const a = 1;\nconst pair = { a, b: half };\nfor (let i = 0; i < 3; i++) await step(i);\n{ let t = 0; }",
      ),
    ).toEqual([]);
  });

  it("reports each broken rule with the line where it is", () => {
    expect(withCell("const ok = 1;\nconst broken = (;")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:16: Expression expected.",
      ]
    `);
    expect(withCell("const lr = 1;\nconst o = { lr, half };")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:16: write { half: half }: tslab loses names of other cells in { half }",
      ]
    `);
    expect(withCell("let t = 0;")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: declare it const, or move it into a function or a block { … }",
      ]
    `);
    expect(withCell("export const e = 1;")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: a cell cannot export",
      ]
    `);
    expect(withCell("await (half);")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: write \`await f()\`: tslab does not see \`await (\`, \`await [\` and \`for await\`",
      ]
    `);
    expect(withCell("for await (const x of xs) half(x);")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: write \`await f()\`: tslab does not see \`await (\`, \`await [\` and \`for await\`",
      ]
    `);
    expect(withCell('\nimport { readFileSync } from "node:fs";')).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:16: import everything in the lesson's first code cell",
        "notebooks/00-fixture.md:16: a lesson imports only gradbook, gradbook/plot, gradbook/check, not "node:fs"",
      ]
    `);
    expect(withCell("const half = 0.5;")).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: half is declared before, at exercises/00-fixture/half.ts:5",
      ]
    `);
  });

  it("compares the fences with the lesson's folder", () => {
    expect(report(markdown.replace("00-fixture/half", "00-fixture/hafl"))).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:11: there is no exercises/00-fixture/hafl.ts",
        "notebooks/00-fixture.md:1: no fence shows exercises/00-fixture/half.ts",
      ]
    `);
    expect(report(`${markdown}\n\`\`\`exercise\n00-fixture/half\n\`\`\``)).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:15: 00-fixture/half is shown a second time",
      ]
    `);
  });

  it("compares starters with the lesson's imports and with what is checked", () => {
    expect(report(markdown.replace("type Fn1, ", ""))).toMatchInlineSnapshot(`
      [
        "exercises/00-fixture/half.ts:2: notebooks/00-fixture.md imports no Fn1 from "gradbook" before this exercise",
      ]
    `);
    expect(report(markdown, { exports: ["half", "twice"] })).toMatchInlineSnapshot(`
      [
        "exercises/00-fixture/half.ts:1: it exports no twice, which its spec names",
      ]
    `);
    expect(report(markdown.replace('import { check } from "gradbook/check";', ""))).toMatchInlineSnapshot(`
      [
        "notebooks/00-fixture.md:6: the first code cell must import { check } from "gradbook/check"",
      ]
    `);
  });

  it("lets a starter import what an exercise before it exports, and no other file", () => {
    const two = lesson(`${markdown}\n\`\`\`exercise\n00-fixture/quarter\n\`\`\`\n`);
    const half = two.exercises.get("00-fixture/half") as LessonExercise;
    const importing = (module: string) => {
      const starter = `import { half } from "${module}";\nexport const quarter = (x: number) => half(half(x));\n`;
      const quarter = { ...half, id: "00-fixture/quarter", starter, exports: ["quarter"] };
      const problems = lint({ ...two, exercises: new Map([...two.exercises, [quarter.id, quarter]]) });
      return problems.map(({ message }) => message);
    };
    expect(importing("./half.ts")).toEqual([]);
    expect(importing("./other.ts")).toEqual([
      'notebooks/00-fixture.md imports no half from "./other.ts" before this exercise',
    ]);
  });

  it("knows only its own fences", () => {
    expect(() => lesson("```ts editble\n1\n```")).toThrowErrorMatchingInlineSnapshot(
      `[Error: a fence may say "ts", "ts editable" or "exercise", not "ts editble"]`,
    );
    expect(lesson("Look:\n\n```text\nno cell\n```\n").blocks).toEqual([
      { kind: "prose", text: "Look:\n\n```text\nno cell\n```", line: 1 },
    ]);
  });
});
