/** @file From the results of the exercises to the result of a submission; and results of what could not be judged. */

import path from "node:path";
import type { Entry } from "./catalogue.ts";
import { placeOf } from "./job.ts";
import { cleanAll } from "./report/clean.ts";
import { total } from "./report/numbers.ts";

import { type ExerciseResult, RESULT_VERSION, type Status, type SubmissionResult } from "./result.ts";
import type { Answer, Unreadable } from "./submissions/submission.ts";

type Basis = Pick<SubmissionResult, "level" | "submissionHash" | "specHash">;
type Source = Pick<SubmissionResult, "student" | "file" | "problem">;

/** Points added up; every text cleaned, for it may be the student's. */
export const scored = (
  { student, file, problem }: Source,
  exercises: readonly ExerciseResult[],
  basis: Basis,
): SubmissionResult =>
  cleanAll({
    version: RESULT_VERSION,
    student,
    file,
    points: total(exercises.map((exercise) => exercise.points)),
    maxPoints: total(exercises.map((exercise) => exercise.maxPoints)),
    ...(problem !== undefined && { problem }),
    exercises,
    ...basis,
  });

/** What the judge says, with what extraction noticed. */
export const handedIn = (result: ExerciseResult, { warnings }: Pick<Answer, "warnings">): ExerciseResult => ({
  ...result,
  warnings: [...warnings, ...result.warnings],
});

/** A file that could not be read: every exercise expected of it is missing, for the same reason. */
export const unreadable = (file: Unreadable, expected: readonly Entry[], basis: Basis): SubmissionResult =>
  scored(
    file,
    expected.map((entry) => without(entry, "missing", file.problem, [])),
    basis,
  );

/** An answer that was not found, or in which no code could be recognised: nothing to run. */
export function notRun(entry: Entry, answer: Exclude<Answer, { source: string }>): ExerciseResult {
  if ("missing" in answer) return without(entry, "missing", answer.missing, answer.warnings);
  const place = answer.origin ? ` (${placeOf(answer.origin)})` : "";
  return without(entry, "error", `${answer.broken}${place}`, answer.warnings);
}

const without = (
  { id, spec }: Entry,
  status: Status,
  message: string,
  warnings: readonly string[],
): ExerciseResult => ({
  id,
  title: spec.title,
  points: 0,
  maxPoints: spec.points,
  status,
  message,
  parts: [],
  warnings,
});

/** What a file that says nothing should have held: the lesson it is named after, else those that others handed in. */
export function expectedOf(
  file: string,
  catalogue: readonly Entry[],
  handedIn: ReadonlySet<string>,
): readonly Entry[] {
  const name = path.basename(file);
  const number = /^\d\d(?=\D|$)/.exec(name)?.[0];
  const named = catalogue.filter(({ lesson }) => name.includes(lesson) || lesson.slice(0, 2) === number);
  if (named.length) return named;
  const others = catalogue.filter(({ lesson }) => handedIn.has(lesson));
  return others.length ? others : catalogue;
}
