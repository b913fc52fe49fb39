/** @file Every lesson keeps to the lengths that readers get through: words, cells, lines, figures, guesses. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { AnyExercise } from "../../grader/exercise.ts";
import { lessonSlugs, readLesson, root } from "../../tools/notebook/lesson.ts";
import { buildNotebook } from "../../tools/notebook/notebook.ts";

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
/** Prose without formulas, tables and the names of slides. */
const sentences = (text: string) => text.replace(/\$\$[\s\S]*?\$\$|^\|.*$|^\*About .*$/gm, "");
const count = (texts: readonly string[], pattern: RegExp) => texts.join("\n").match(pattern)?.length ?? 0;

describe.each(lessonSlugs())("%s", async (slug) => {
  const lesson = await readLesson(slug);
  const of = (...kinds: string[]) =>
    lesson.blocks.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
  const prose = of("prose").map(sentences);
  const code = of("code", "free");

  it("has 1,200 to 1,800 words of prose, and never more than 200 in one cell", () => {
    const total = words(prose.join("\n"));
    expect(total).toBeGreaterThan(1200);
    expect(total).toBeLessThanOrEqual(1800);
    expect(Math.max(...prose.map(words))).toBeLessThanOrEqual(200);
  });
  it("has 35 to 50 cells", () => {
    const { cells } = buildNotebook(lesson);
    expect(cells.length).toBeGreaterThanOrEqual(35);
    expect(cells.length).toBeLessThanOrEqual(50);
  });
  it("has no code cell of more than 12 lines, and no line that a notebook would wrap", () => {
    expect(code.filter((text) => text.split("\n").length > 12)).toEqual([]);
    expect(code.flatMap((text) => text.split("\n")).filter((line) => line.length > 120)).toEqual([]);
  });
  it("has four to six figures and at least three guesses", () => {
    const figures = count(code, /^(show|plot|await drawGraph)\(/gm);
    expect(figures).toBeGreaterThanOrEqual(4);
    expect(figures).toBeLessThanOrEqual(6);
    expect(code.filter((text) => text.includes("your guess")).length).toBeGreaterThanOrEqual(3);
  });
  it("recaps in at most 150 words", () => {
    const recap = /^## Recap\n([\s\S]*?)\n\*\*/.exec(prose.at(-1) ?? "")?.[1] ?? "";
    expect(words(recap)).toBeGreaterThan(0);
    expect(words(recap)).toBeLessThanOrEqual(150);
  });

  describe.each([...lesson.exercises.keys()])("%s", (id) => {
    it("is stated in at most 120 words, with points and minutes", () => {
      const starter = readFileSync(path.join(root, "exercises", `${id}.ts`), "utf8");
      const statement = /^\/\*\*\n([\s\S]*?)\*\//m.exec(starter)?.[1] ?? "";
      expect(words(statement)).toBeLessThanOrEqual(120);
      expect(statement).toMatch(/^ \* Exercise \d+\.\d+ · \d+ points? · about \d+ minutes$/m);
    });
    it("has hints of at most 40 words", async () => {
      const spec = (await import(path.join(root, "grader/specs", `${id}.ts`))) as { default: AnyExercise };
      expect(spec.default.hints.filter((hint) => words(hint) > 40)).toEqual([]);
    });
  });
});
