/** @file A lesson's notebook with answers filled in, and what happens to cells in JupyterLab. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Cell, type Notebook, sourceOf } from "../../grader/submissions/nbformat.ts";
import { strip } from "../../tools/notebook/strip.ts";
import { repository } from "../kernel/kernelspec.ts";

const read = (...parts: string[]) => readFileSync(path.join(repository, ...parts), "utf8");

export type Lesson = "01-slopes" | "02-toy-networks";
/** Answers by the exercise's name; an exercise that is not named is solved. */
export type Answers = Readonly<Record<string, string>>;

export const solution = (exercise: string): string => strip(read("solutions", `${exercise}.ts`));

export const handedOut = (lesson: Lesson): Notebook => JSON.parse(read("notebooks", `${lesson}.ipynb`));

export function filledIn(lesson: Lesson, answers: Answers): Notebook {
  const notebook = handedOut(lesson);
  const cells = notebook.cells.map((cell) => {
    const { role, exercise = "" } = cell.metadata.gradbook ?? {};
    if (role !== "answer") return cell;
    return { ...cell, source: answers[exercise.slice(lesson.length + 1)] ?? solution(exercise) };
  });
  return { ...notebook, cells };
}

/** A wrong answer on record, without the lines that say so. */
export const slip = (name: string): string =>
  strip(read("test/slips", `${name}.ts`).split("\n").slice(2).join("\n"));

/** Wrong answers on record, by exercise name: one for each mistake that has a name. */
export function slips(lesson: Lesson): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Map<string, string>>();
  for (const file of readdirSync(path.join(repository, "test/slips", lesson)).sort()) {
    const [, name = "", mistake = ""] =
      /^\/\/ exercise: .*\/(.*)\n\/\/ slip: (.*)\n/.exec(read("test/slips", lesson, file)) ?? [];
    const known = found.get(name) ?? new Map<string, string>();
    if (mistake !== "unnamed" && !known.has(mistake))
      known.set(mistake, slip(`${lesson}/${path.basename(file, ".ts")}`));
    found.set(name, known);
  }
  return new Map([...found].map(([name, known]) => [name, [...known.values()]]));
}

export type Edit = (cells: readonly Cell[]) => readonly Cell[];

const isAnswer = (cell: Cell, exercise: string) =>
  cell.metadata.gradbook?.role === "answer" && cell.metadata.gradbook.exercise?.endsWith(`/${exercise}`);

/** Puts other cells in the place of an answer cell. */
export const instead =
  (exercise: string, by: (cell: Cell) => readonly Cell[]): Edit =>
  (cells) =>
    cells.flatMap((cell) => (isAnswer(cell, exercise) ? by(cell) : [cell]));

/** A cell that the student has added. Its id is one that JupyterLab could have drawn. */
export const added = (id: string, source: string, type: "code" | "markdown" = "code"): Cell => ({
  cell_type: type,
  id,
  metadata: {},
  source,
  ...(type === "code" && { execution_count: null, outputs: [] }),
});

/** Copy and paste: a new id, the same metadata, and the copy may be deleted. */
export function copied(cell: Cell, id: string, source = sourceOf(cell)): Cell {
  const { deletable: _deletable, ...metadata } = cell.metadata;
  return { ...cell, id, metadata, source };
}
