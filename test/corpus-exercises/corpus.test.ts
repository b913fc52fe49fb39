/** The corpus through cell, judge and diagnosis: nothing right is rejected, nothing wrong passes. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../../grader/cell/pool.ts";
import type { Runner } from "../../grader/runner.ts";
import { filesIn } from "../../tools/corpus/files.ts";
import { Grading } from "../../tools/corpus/grade.ts";
import { headerOf } from "../../tools/corpus/header.ts";
import { type Line, totalsOf } from "../../tools/corpus/line.ts";

describe("a header", () => {
  it.each([
    ["of one block", "/**\n * exercise: chain\n * class: sign\n * also: factor-2\n * say: The sign.\n */\n"],
    ["of lines", "// exercise: chain\n// class: sign\n// also: factor-2\nexport const a = 1;\n"],
    [
      "with a byte order mark and Windows line ends",
      "\uFEFF/*\r\n exercise: chain\r\n class: sign, factor-2\r\n*/\r\n",
    ],
  ])("%s is read", (_, source) => {
    expect(headerOf(source, "a.ts")).toEqual({ exercise: "chain", classes: ["sign", "factor-2"] });
  });
  it.each(["// exercise: chain", "// exercise: chain\n// class: correct"])(
    "without a mistake is of a correct file",
    (s) => {
      expect(headerOf(s, "a.ts")).toEqual({ exercise: "chain", classes: [] });
    },
  );
  it("is missed in a sentence", () => {
    expect(headerOf("export const exercise = 1;", "a.ts")).toMatchInlineSnapshot(
      `"its first comment has no line "exercise: …""`,
    );
    expect(headerOf("// exercise: chain", "deep/wrong/a.ts")).toMatchInlineSnapshot(
      `"it lies in wrong/, but its first comment has no "class: …""`,
    );
  });
});

describe("the corpus", () => {
  const folder = path.join(import.meta.dirname, "..", "corpus");
  const lines: Line[] = [];
  let pool: Runner;
  beforeAll(async () => {
    pool = await openPool({ cells: 1 });
    const grading = new Grading(pool, [11, 12, 13, 14]);
    for (const file of filesIn(folder)) {
      const line = await grading.grade(file, readFileSync(path.join(folder, file), "utf8"));
      if ("problem" in line) throw new Error(`${file}: ${line.problem}`);
      lines.push(line);
    }
  }, 120_000);
  afterAll(() => pool.close());

  it("is whole", () => {
    const { wrong, correct } = totalsOf(lines);
    expect({ wrong, correct }).toEqual({ wrong: 129, correct: 39 });
  });
  it("has no correct file that is rejected", () => {
    expect(lines.filter(({ expected, verdict }) => expected === "correct" && verdict !== "right")).toEqual(
      [],
    );
  });
  it("has no wrong file that passes", () => {
    expect(lines.filter(({ expected, verdict }) => expected !== "correct" && verdict === "right")).toEqual(
      [],
    );
  });
});
