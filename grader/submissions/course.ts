/** @file What extraction knows of the course: its exercises, and its lessons as they were handed out. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../catalogue.ts";
import { courseFolder } from "../course.ts";
import { readNotebook } from "./notebook-file.ts";
import { type Source, withoutOrigins } from "./source.ts";

export interface CourseExercise {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
  readonly exports: readonly string[];
}
/** A lesson as it was handed out: its cells are trusted, those in a submission are not. */
export interface Pristine {
  /** Its code cells but answers and checks, in their order. */
  readonly cells: readonly Source[];
  /** The text of every answer cell, by exercise. */
  readonly starters: ReadonlyMap<string, string>;
}
export interface Course {
  /** In the order of the course. */
  readonly exercises: readonly CourseExercise[];
  pristine(lesson: string): Pristine;
}

export const course: Course = {
  exercises: catalogue.map(({ id, lesson, spec }) => ({
    id,
    lesson,
    title: spec.title,
    exports: spec.exports.map(String),
  })),
  pristine(lesson) {
    const found = known.get(lesson) ?? read(path.join(courseFolder, "notebooks", `${lesson}.ipynb`));
    known.set(lesson, found);
    return found;
  },
};
const known = new Map<string, Pristine>();

const read = (file: string): Pristine => pristineOf(existsSync(file) ? readFileSync(file, "utf8") : "");

/** @param text of a notebook that the builder made; of anything else nothing is known */
export function pristineOf(text: string): Pristine {
  const notebook = readNotebook(text);
  const code = typeof notebook === "string" ? [] : notebook.cells.filter(({ type }) => type === "code");
  return {
    cells: withoutOrigins(
      code
        .filter(({ role }) => role === "lesson" || role === "free")
        .map(({ number, source }) => ({ name: `cell ${number}`, text: source })),
    ),
    starters: new Map(
      code.flatMap(({ role, exercise, source }) =>
        role === "answer" && exercise !== undefined ? [[exercise, source] as const] : [],
      ),
    ),
  };
}
