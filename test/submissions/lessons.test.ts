import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { course } from "../../grader/submissions/course.ts";
import { extract } from "../../grader/submissions/extract.ts";
import { type Cell, type Notebook, writeNotebook } from "../../grader/submissions/nbformat.ts";
import type { Answer } from "../../grader/submissions/submission.ts";
import { lessonSlugs, root } from "../../tools/notebook/lesson.ts";
import { strip } from "../../tools/notebook/strip.ts";

type Solved = Extract<Answer, { source: string }>;
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** The lesson as a student hands it in who has solved everything. */
function solved(slug: string, edit: (cells: Cell[]) => Cell[] = (cells) => cells): Solved[] {
  const notebook = JSON.parse(read(`notebooks/${slug}.ipynb`)) as Notebook;
  const cells = notebook.cells.map((cell) => {
    const { role, exercise } = cell.metadata.gradbook ?? {};
    return role === "answer" ? { ...cell, source: strip(read(`solutions/${exercise}.ts`)) } : cell;
  });
  const text = writeNotebook({ ...notebook, cells: edit(cells) });
  const extraction = extract({ student: "ada", file: "ada.ipynb", kind: "notebook", text }, course);
  if ("problem" in extraction) throw new Error(extraction.problem);
  return extraction.answers.map((answer) => {
    if ("source" in answer) return answer;
    throw new Error(JSON.stringify(answer));
  });
}

/** What TypeScript says about the sources, under the settings for answers. */
function typeErrors(sources: readonly string[]): readonly string[] {
  const config = ts.readConfigFile(path.join(root, "tsconfig.answers.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = new Map(sources.map((source, i) => [path.join(root, "test", `extracted-${i}.ts`), source]));
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    getSourceFile: (file, version) => {
      const source = files.get(file);
      return source === undefined
        ? host.getSourceFile(file, version)
        : ts.createSourceFile(file, source, version);
    },
  });
  return [...files.keys()]
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe.each(lessonSlugs())("lesson %s with the solutions filled in", { timeout: 60_000 }, (slug) => {
  it("gives a module per exercise, which compiles and exports what is checked", () => {
    const answers = solved(slug);
    expect(answers.map(({ exercise }) => exercise)).toEqual(
      course.exercises.filter(({ lesson }) => lesson === slug).map(({ id }) => id),
    );
    for (const { exercise, source } of answers) {
      const exports = course.exercises.find(({ id }) => id === exercise)?.exports ?? [];
      expect(source.trimEnd().split("\n").at(-1)).toBe(`export { ${exports.join(", ")} };`);
    }
    expect(typeErrors(answers.map(({ source }) => source))).toEqual([]);
  });

  it("gives the same modules when cells are shuffled, metadata are stripped and outputs are there", () => {
    const sources = (answers: readonly Solved[]) => answers.map(({ source }) => source);
    const expected = sources(solved(slug));
    const size = (JSON.parse(read(`notebooks/${slug}.ipynb`)) as Notebook).cells.length;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
        fc.boolean(),
        (order, bare) => {
          const edit = (cells: Cell[]) =>
            order.map((i) => ({ ...(cells[i] as Cell), ...(bare && { metadata: {} }), execution_count: i }));
          expect(sources(solved(slug, edit))).toEqual(expected);
        },
      ),
      { seed: 7, numRuns: 12 },
    );
  });
});
