/** @file Code that throws, cannot be read, or imports what is not there: each in words that help. */
import { describe, expect, it } from "vitest";
import { oneCell } from "./one-cell.ts";

const { outcomesOf } = oneCell();

describe("code that throws", () => {
  it("says what and in which line of the student's own source", async () => {
    const source = "type T = {\n  x: number;\n};\nexport function f(t: T) {\n  return t.y.z;\n}";
    expect(await outcomesOf(source, { inputs: [1] })).toMatchInlineSnapshot(`
      [
        "threw TypeError: cannot read property 'z' of undefined (line 5)",
      ]
    `);
  });

  it("at its top level, is refused with that", async () => {
    expect(await outcomesOf("const a = 1;\nmissing();\nexport const f = 1;")).toMatchInlineSnapshot(
      `"ReferenceError: 'missing' is not defined (line 2)"`,
    );
  });
});

describe("code that cannot be read is refused in words", () => {
  it("a bracket too few", async () => {
    expect(await outcomesOf("export function f(x) {\n  return [x.map((v => v)];\n}")).toMatchInlineSnapshot(
      `"a syntax error: unexpected token, expected "," (line 2)"`,
    );
  });
  it("a name twice", async () => {
    expect(await outcomesOf("const a = 1;\nconst a = 2;\nexport const f = a;")).toMatchInlineSnapshot(
      `"a syntax error: invalid redefinition of global identifier (line 2)"`,
    );
  });
  it("a namespace", async () => {
    expect(
      await outcomesOf("\nnamespace N { export const k = 1; }\nexport const f = N.k;"),
    ).toMatchInlineSnapshot(`"a namespace cannot be used here: write its functions without it (line 2)"`);
  });
  it("brackets without end", async () => {
    expect(await outcomesOf(`export const f = ${"[".repeat(30_000)}`)).toMatchInlineSnapshot(
      `"a syntax error: the code is nested too deeply to be read"`,
    );
  });
  it("too long", async () => {
    expect(await outcomesOf(`// ${"x".repeat(70_000)}\nexport const f = 1;`)).toMatchInlineSnapshot(
      `"the code is longer than 64 KiB"`,
    );
  });
  it("no such export", async () => {
    expect(await outcomesOf("export const g = 1;")).toMatchInlineSnapshot(`"nothing named f is exported"`);
  });
  it("an await without end", async () => {
    expect(await outcomesOf("await new Promise(() => {});\nexport const f = 1;")).toMatchInlineSnapshot(
      `"a top-level await never ends"`,
    );
  });
});

describe("imports", () => {
  it("of a file or a builtin are refused by name", async () => {
    expect(await outcomesOf("import fs from 'node:fs';\nexport const f = () => fs;")).toMatchInlineSnapshot(
      `"import of "node:fs": only "gradbook" can be imported here"`,
    );
    expect(
      await outcomesOf("import s from '../solutions.json';\nexport const f = () => s;"),
    ).toMatchInlineSnapshot(`"import of "../solutions.json": only "gradbook" can be imported here"`);
  });

  it("of what gradbook does not have are refused by name", async () => {
    expect(
      await outcomesOf("import { Vlaue } from 'gradbook';\nexport const f = () => new Vlaue(1);"),
    ).toMatchInlineSnapshot(`""gradbook" has nothing named Vlaue"`);
  });

  it("of what the exercise does not allow fail where they are used", async () => {
    const source = "import { Value } from 'gradbook';\nexport const f = (x) => (x === 1 ? 1 : new Value(x));";
    expect(await outcomesOf(source, { inputs: [1, 2] })).toMatchInlineSnapshot(`
      [
        "1",
        "threw Error: by hand here: Value of gradbook is not allowed in this exercise (line 2)",
      ]
    `);
  });

  it("of what the exercise allows work", async () => {
    const source = "import { Value } from 'gradbook';\nexport const f = (x) => new Value(x).mul(x).data;";
    expect(await outcomesOf(source, { allows: ["Value"] })).toEqual(["1", "4", "9"]);
  });

  it("of NotImplementedError always work: a starter stays a to do", async () => {
    const source =
      "import { NotImplementedError } from 'gradbook';\nexport const f = () => { throw new NotImplementedError('f'); };";
    expect(await outcomesOf(source, { inputs: [1] })).toMatchInlineSnapshot(`
      [
        "threw NotImplementedError: f is still to be written (line 2)",
      ]
    `);
  });

  it("cannot reach the host through a rejected import", async () => {
    const source = `
      let seen = "nothing";
      import("x").catch((e) => { seen = typeof e.constructor.constructor("return this")().process; });
      await 1; await 1; await 1; await 1;
      export const f = () => seen;`;
    expect(await outcomesOf(source, { inputs: [1] })).toEqual(['"undefined"']);
  });
});
