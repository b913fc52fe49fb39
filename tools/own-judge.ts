/** @file An author's own file, judged as a student's would be, through the real cell. */
import type { Entry } from "../grader/catalogue.ts";
import { jobOf, located } from "../grader/job.ts";
import { judge } from "../grader/judge/judge.ts";
import { prepare } from "../grader/judge/variant.ts";
import { answerIn } from "../grader/own-answer.ts";
import { cleanAll } from "../grader/report/clean.ts";
import type { ExerciseResult } from "../grader/result.ts";
import { type Runner, replyTo } from "../grader/runner.ts";
import { notRun } from "../grader/score.ts";
import { PUBLIC_SEEDS } from "../grader/seeds.ts";

export interface Judged {
  readonly result: ExerciseResult;
  /** By the answer, on its way. */
  readonly printed: string;
}

/** Judges files as answers to one exercise, one after the other. */
export function judgeOf(entry: Entry, pool: Runner): (file: string) => Promise<Judged> {
  const variant = prepare(entry.spec, PUBLIC_SEEDS);
  return async (file) => {
    const answer = answerIn(file, entry.id);
    if (!("source" in answer)) return { result: notRun(entry, answer), printed: "" };
    const reply = await replyTo(pool, jobOf(entry, variant, answer.source, "own"));
    const result = cleanAll(judge(entry, variant, located(reply, answer.origins)));
    return { result, printed: "outcomes" in reply ? reply.printed.trimEnd() : "" };
  };
}
