/** @file The glossary: a reader meets each term in the lesson it names, and not before. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../tools/notebook/blocks.ts";
import { lessonSlugs, root } from "../../tools/notebook/lesson.ts";

const glossary = readFileSync(path.join(root, "docs/glossary.md"), "utf8");
const terms = [
  ...glossary.matchAll(/^\| \*\*(.+?)\*\* \| \[(\d+)\]\(\.\.\/notebooks\/(.+?)\.md\) \| .+ \|$/gm),
].map(([, term = "", number, lesson = ""]) => ({ term, number: Number(number), lesson }));

/** What a reader of the lesson reads, without the names of slides. */
const prose = lessonSlugs().map((lesson) => {
  const blocks = blocksOf(readFileSync(path.join(root, "notebooks", `${lesson}.md`), "utf8"));
  const text = blocks.filter(({ kind }) => kind === "prose").map(({ text }) => text);
  return { lesson, text: text.join("\n").replace(/^\*About .*$/m, "") };
});
const uses = (term: string) => new RegExp(`(?<![\\w-])${term}(s|es|ed)?(?![\\w-])`, "i");

describe("the glossary", () => {
  it("explains a hundred terms, in the order of the alphabet", () => {
    expect(terms.length).toBeGreaterThanOrEqual(100);
    expect(glossary.match(/^\| \*\*/gm)).toHaveLength(terms.length);
    const words = terms.map(({ term }) => term.toLowerCase());
    expect(words).toEqual([...new Set(words)].sort());
  });
  it.each(terms)("$term: first met in lesson $number", ({ term, number, lesson }) => {
    expect(Number(lesson.slice(0, 2))).toBe(number);
    expect(prose.find(({ text }) => uses(term).test(text))?.lesson).toBe(lesson);
  });
});
