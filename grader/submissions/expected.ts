/** @file Which exercises are expected of a submission: all of a notebook's lesson; of a script those it answers. */
import path from "node:path";
import type { Course, CourseExercise } from "./course.ts";
import { markerIn, markOf } from "./notebook-cells.ts";
import type { NotebookFile } from "./notebook-file.ts";
import { type Source, sourcesOf } from "./source.ts";

/** The lesson by the notebook's own word, else its marked cells', else the file's name, else the functions in it. */
export function lessonOf(notebook: NotebookFile, file: string, course: Course): string | undefined {
  const lessons = [...new Set(course.exercises.map(({ lesson }) => lesson))];
  const marks = notebook.cells.map((cell) => markOf(cell, course));
  return (
    lessons.find((lesson) => lesson === notebook.lesson) ??
    mostFrequent(course.exercises.filter(({ id }) => marks.includes(id)).map(({ lesson }) => lesson)) ??
    lessons.find((lesson) => path.basename(file).includes(lesson)) ??
    mostFrequent(declaredIn(notebook, course).map(({ lesson }) => lesson))
  );
}

function declaredIn({ cells }: NotebookFile, course: Course): readonly CourseExercise[] {
  const code = cells.filter(({ type }) => type === "code").map(({ source }) => ({ name: "", text: source }));
  const declared = sourcesOf(code).flatMap(({ unit }) => [...unit.declared.keys()]);
  return course.exercises.filter(({ exports }) => exports.some((name) => declared.includes(name)));
}

/** The exercises that a script marks, or else those whose functions it exports. */
export function answeredBy(script: Source, course: Course): readonly CourseExercise[] {
  const { text, exports } = script.unit;
  const marked = course.exercises.filter(({ id }) => id === markerIn(text));
  if (marked.length) return marked;
  return course.exercises.filter((exercise) => exercise.exports.some((name) => exports.has(name)));
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const count = (text: string) => texts.filter((other) => other === text).length;
  return [...texts].sort((a, b) => count(b) - count(a))[0];
}
