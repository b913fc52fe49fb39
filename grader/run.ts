/** @file One grading run: submissions in, jobs out; replies in, results out. Holds only what is under way. */
import { catalogue, type Entry, find } from "./catalogue.ts";
import { submissionHash } from "./fingerprint.ts";
import { jobOf, located } from "./job.ts";
import { Judgements } from "./judge/judgements.ts";
import { decidingInputsOf, inputsOf, prepare, type Variant } from "./judge/variant.ts";
import type { ExerciseResult, SubmissionResult } from "./result.ts";
import { readResult, resultFile, writeResult } from "./results.ts";
import type { Job, Reply } from "./runner.ts";
import { expectedOf, handedIn, notRun, scored, unreadable } from "./score.ts";
import { seedsOf, variantOf } from "./seeds.ts";
import type { Extractor } from "./submissions/extractor.ts";
import { readSubmission } from "./submissions/read.ts";
import type { Answer, Found, Submission, Unreadable } from "./submissions/submission.ts";

export interface RunOptions {
  readonly out: string;
  readonly secret: string;
  readonly specHash: string;
  readonly level: 1 | 2;
  /** A kept result of a lower level is graded again. */
  readonly requireLevel: 1 | 2;
  readonly extractor: Extractor;
  /** Told of every result as soon as its file is written. */
  readonly onResult: (result: SubmissionResult, file: string) => void;
}
/** A submission whose answers are on their way through the cells. */
interface Open {
  readonly submission: Submission;
  readonly hash: string;
  readonly answers: readonly Answer[];
  readonly results: Map<string, ExerciseResult>;
}

export class Run {
  private readonly options: RunOptions;
  /** Whose the jobs are that are on their way. */
  private readonly asked = new Map<Job, Open>();
  private readonly variants = new Map<string, Variant>();
  private readonly judgements = new Judgements();
  /** Lessons that somebody handed in. */
  private readonly lessons = new Set<string>();

  constructor(options: RunOptions) {
    this.options = options;
  }

  /** What has to run, submission by submission; what needs no run is finished on the way. */
  async *jobs(found: readonly Found[]): AsyncGenerator<Job> {
    const problems: Unreadable[] = [];
    for (const item of found) {
      const submission = readSubmission(item);
      if ("problem" in submission) problems.push(submission);
      else if (!this.finishKept(submission)) {
        const extraction = await this.options.extractor.extract(submission);
        const { student, file } = submission;
        if ("problem" in extraction) problems.push({ student, file, problem: extraction.problem });
        else yield* this.jobsOf(submission, extraction.answers);
      }
    }
    // Last: what was expected of an unreadable file may be known only from the others.
    for (const problem of problems) this.finish(problem, this.unreadable(problem));
  }

  /** @returns the same job with all its inputs, where a mistake is to be named */
  readonly onReply = (job: Job, reply: Reply): Job | undefined => {
    const { id } = job;
    const open = this.asked.get(job) as Open;
    this.asked.delete(job);
    const answer = open.answers.find((a) => a.exercise === id) as Extract<Answer, { source: string }>;
    const entry = find(id);
    const variant = this.variant(entry, open.hash);
    const result = this.judgements.of(entry, variant, located(reply, answer.origins));
    if (result === "wants fresh") return this.asking({ ...job, inputs: inputsOf(variant) }, open);
    open.results.set(id, handedIn(result, answer));
    this.finishIfWhole(open);
    return undefined;
  };

  private asking(job: Job, open: Open): Job {
    this.asked.set(job, open);
    return job;
  }

  private jobsOf(submission: Submission, answers: readonly Answer[]): Job[] {
    const open: Open = { submission, hash: submissionHash(submission), answers, results: new Map() };
    const jobs: Job[] = [];
    for (const answer of answers) {
      const entry = find(answer.exercise);
      this.lessons.add(entry.lesson);
      if ("source" in answer) {
        const variant = this.variant(entry, open.hash);
        const job = jobOf(entry, variant, answer.source, submission.student);
        jobs.push(this.asking({ ...job, inputs: decidingInputsOf(variant) }, open));
      } else open.results.set(entry.id, notRun(entry, answer));
    }
    this.finishIfWhole(open);
    return jobs;
  }

  /** True if an earlier run has graded this very text by these very specs. */
  private finishKept(submission: Submission): boolean {
    const { out, specHash, requireLevel } = this.options;
    const file = resultFile(out, submission.file);
    const kept = readResult(file);
    if (kept?.specHash !== specHash || kept.level < requireLevel) return false;
    if (kept.submissionHash !== submissionHash(submission)) return false;
    for (const { id } of kept.exercises) this.lessons.add(find(id).lesson);
    this.options.onResult(kept, file);
    return true;
  }

  private finishIfWhole({ submission, hash, answers, results }: Open): void {
    if (results.size < answers.length) return;
    const exercises = answers.map(({ exercise }) => results.get(exercise) as ExerciseResult);
    const { level, specHash } = this.options;
    this.finish(submission, scored(submission, exercises, { level, specHash, submissionHash: hash }));
  }

  private unreadable(problem: Unreadable): SubmissionResult {
    const { level, specHash } = this.options;
    const expected = expectedOf(problem.file, catalogue, this.lessons);
    return unreadable(problem, expected, { level, specHash, submissionHash: "" });
  }

  private finish({ file }: { readonly file: string }, result: SubmissionResult): void {
    const at = resultFile(this.options.out, file);
    writeResult(at, result);
    this.options.onResult(result, at);
  }

  /** References are computed once per variant, not once per submission. */
  private variant({ id, spec }: Entry, hash: string): Variant {
    const { secret } = this.options;
    const number = variantOf(secret, hash, id);
    const key = `${id} ${number}`;
    const variant = this.variants.get(key) ?? prepare(spec, seedsOf(secret, id, number));
    this.variants.set(key, variant);
    return variant;
  }
}
