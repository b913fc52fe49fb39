/** @file A submission → one module per exercise. Nothing of it is run. */
import { answerFrom } from "./answer.ts";
import { type Choice, choose } from "./choose.ts";
import { type Course, course as theCourse } from "./course.ts";
import { answeredBy, lessonOf } from "./expected.ts";
import { type OwnCell, ownCells } from "./notebook-cells.ts";
import { type NotebookFile, readNotebook } from "./notebook-file.ts";
import { inNotebook, inScript } from "./resolve.ts";
import { sourceOf, withoutOrigins } from "./source.ts";
import type { Extraction, Submission } from "./submission.ts";

export function extract(submission: Submission, course: Course = theCourse): Extraction {
  if (submission.kind === "script") return fromScript(submission, course);
  const notebook = readNotebook(submission.text);
  if (typeof notebook === "string") return { problem: notebook };
  const lesson = lessonOf(notebook, submission.file, course);
  if (lesson === undefined) return { problem: "no cell of this notebook answers an exercise of the course" };
  return fromNotebook(notebook, lesson, course);
}

function fromNotebook(notebook: NotebookFile, lesson: string, course: Course): Extraction {
  const pristine = course.pristine(lesson);
  const own = ownCells(notebook.cells, course, pristine);
  const exercises = course.exercises.filter((exercise) => exercise.lesson === lesson);
  const choices = new Map<string, Choice>(
    exercises.map((exercise) => [exercise.id, choose(exercise, own, pristine.starters.get(exercise.id))]),
  );
  const answers = new Map(
    exercises.flatMap(({ id, exports }) => {
      const choice = choices.get(id);
      return choice && "source" in choice ? exports.map((name) => [name, choice.source] as const) : [];
    }),
  );
  const isOwn = ({ cell, source }: OwnCell) => cell.role !== "lesson" && !source.unit.problem;
  const code = own.filter(({ cell }) => cell.type === "code");
  const sources = (cells: readonly OwnCell[]) => cells.map(({ source }) => source);
  const leftovers = sources(code.filter((cell) => !isOwn(cell)));
  const resolve = inNotebook(answers, sources(code.filter(isOwn)), pristine.cells, leftovers);
  return {
    answers: exercises.map((exercise) => {
      const choice = choices.get(exercise.id) as Choice;
      if ("missing" in choice) return { exercise: exercise.id, missing: choice.missing, warnings: [] };
      return answerFrom(exercise, choice.source, choice.warnings, resolve, course);
    }),
  };
}

function fromScript(
  { text, file, siblings = {}, isImported = false }: Submission,
  course: Course,
): Extraction {
  const script = sourceOf(file, text.replaceAll(/\r\n?/g, "\n"));
  const exercises = answeredBy(script, course);
  if (!exercises.length && !isImported)
    return { problem: "this file exports no function that an exercise asks for" };
  const beside = withoutOrigins(Object.entries(siblings).map(([name, code]) => ({ name, text: code })));
  const resolve = inScript(new Map(beside.map((source) => [source.name, source])));
  return { answers: exercises.map((exercise) => answerFrom(exercise, script, [], resolve, course)) };
}
