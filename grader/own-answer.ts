/** @file An author's answer in a file of its own, with what it imports from the files beside it. */
import path from "node:path";
import { extract } from "./submissions/extract.ts";
import { readSubmission } from "./submissions/read.ts";
import type { Answer } from "./submissions/submission.ts";

/** Read as a student's .ts file would be, but in this process: it is the author's own. */
export function answerIn(file: string, exercise: string): Answer {
  const none = (missing: string): Answer => ({ exercise, missing, warnings: [] });
  const submission = readSubmission({ file: path.basename(file), path: file, ownFolder: true });
  if ("problem" in submission) return none(submission.problem);
  const extraction = extract(submission);
  if ("problem" in extraction) return none(extraction.problem);
  return (
    extraction.answers.find((answer) => answer.exercise === exercise) ??
    none(`it does not answer ${exercise}`)
  );
}
