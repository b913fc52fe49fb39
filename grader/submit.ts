/** @file The student's side of handing in: check once more, say what is missing, write one file with a name on it. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { grade } from "./grade.ts";
import { MARKS } from "./report/card.ts";
import { points, pointsOf } from "./report/numbers.ts";
import type { ExerciseResult, SubmissionResult } from "./result.ts";
import { InfrastructureError } from "./runner.ts";
import { findStore, readStore, updateStore } from "./store.ts";
import { course } from "./submissions/course.ts";
import { lessonOf } from "./submissions/expected.ts";
import { readNotebook } from "./submissions/notebook-file.ts";
import { readSubmission } from "./submissions/read.ts";
import { findNotebook } from "./submit/find-notebook.ts";
import { handIn } from "./submit/hand-in.ts";
import { UsageError } from "./usage-error.ts";

export interface Submitting {
  /** Where the command runs. */
  readonly folder: string;
  /** The student's name, where it is given; else it is asked for, once. */
  readonly name?: string;
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/**
 * @param which a lesson's number, or the path of a notebook
 * @returns the path of the file to hand in
 * @throws {UsageError} if there is no such notebook, or it cannot be read
 */
export async function submit(which: string, { folder, name, ask, say }: Submitting): Promise<string> {
  const notebook = findNotebook(which, folder);
  const { lesson, text } = read(notebook);
  const student = await nameOf(path.dirname(notebook), name, ask);
  say(`${path.basename(notebook)} as you saved it at ${statSync(notebook).mtime.toLocaleTimeString()}:`);
  try {
    for (const line of linesOf(await checked(notebook))) say(line);
  } catch (error) {
    if (!(error instanceof InfrastructureError)) throw error;
    say(`The answers could not be checked here (${error.message}); the file is written all the same.`);
  }
  const file = handIn(notebook, text, lesson, student);
  say(`\nHand in this file: ${path.relative(folder, file)}`);
  return file;
}

function read(notebook: string): { lesson: string; text: string } {
  const file = path.basename(notebook);
  const submission = readSubmission({ file, path: notebook, ownFolder: true });
  if ("problem" in submission) throw new UsageError(`${file}: ${submission.problem}`);
  const cells = readNotebook(submission.text);
  if (typeof cells === "string") throw new UsageError(`${file}: ${cells}`);
  const lesson = lessonOf(cells, file, course);
  if (!lesson) throw new UsageError(`${file}: no cell of this notebook answers an exercise of the course`);
  return { lesson, text: submission.text };
}

async function nameOf(work: string, given: string | undefined, ask: Submitting["ask"]): Promise<string> {
  const store = findStore(work);
  const known = given ?? readStore(store).student;
  const student = (known ?? (await ask("Your name, as your instructor knows it: "))).trim();
  if (!student) throw new UsageError("without a name nobody knows whose work it is; nothing was written");
  if (student !== readStore(store).student) updateStore(store, (before) => ({ ...before, student }));
  return student;
}

/** Graded as the instructor will, with other random inputs than in the notebook. */
async function checked(notebook: string): Promise<SubmissionResult> {
  const out = mkdtempSync(path.join(tmpdir(), "gradbook-submit-"));
  try {
    const results: SubmissionResult[] = [];
    await grade(notebook, { out, onResult: (result) => results.push(result) });
    return results[0] as SubmissionResult;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function linesOf(result: SubmissionResult): readonly string[] {
  return [...result.exercises.flatMap(exerciseLines), `  ${pointsOf(result.points, result.maxPoints)}`];
}

function exerciseLines({ title, status, message, warnings, ...score }: ExerciseResult): readonly string[] {
  const { symbol, word } = MARKS[status];
  const verdict = `  ${symbol} ${title}: ${word}, ${points(score.points)} of ${points(score.maxPoints)}`;
  const why = status === "missing" || status === "error" ? [`      ${message}`] : [];
  return [verdict, ...why, ...warnings.map((warning) => `      note: ${warning}`)];
}
