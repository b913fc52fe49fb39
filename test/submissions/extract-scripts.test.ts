import { describe, expect, it } from "vitest";
import { answersOf, exportsOf, handIn } from "./fixture.ts";

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

  it("has its namespaces as plain JavaScript, since the cell only takes types out", () => {
    const answers = script(
      "namespace numbers {\n  export type Count = number;\n  export const two: Count = 2;\n}\nexport function half(x: numbers.Count) {\n  return x / numbers.two;\n}",
    );
    expect(exportsOf(answers["half"])["half"]?.(3)).toBe(1.5);
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
