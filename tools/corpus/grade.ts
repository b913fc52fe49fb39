/** @file Grades one corpus file: through a cell, the judge and the diagnosis, as a submission would be. */
import type { Entry } from "../../grader/catalogue.ts";
import { jobOf } from "../../grader/job.ts";
import { judge } from "../../grader/judge/judge.ts";
import { prepare, type Variant } from "../../grader/judge/variant.ts";
import { clean } from "../../grader/report/clean.ts";
import { type Runner, replyTo } from "../../grader/runner.ts";
import { corpusExercises } from "../../test/corpus-exercises/index.ts";
import { headerOf } from "./header.ts";
import { type Line, lineOf } from "./line.ts";

/** A file that could not be graded, and why. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

export class Grading {
  readonly #pool: Runner;
  readonly #seeds: readonly number[];
  readonly #variants = new Map<string, Variant>();

  constructor(pool: Runner, seeds: readonly number[]) {
    this.#pool = pool;
    this.#seeds = seeds;
  }

  async grade(file: string, source: string): Promise<Line | Problem> {
    const header = headerOf(source, file);
    if (typeof header === "string") return { file, problem: header };
    const entry = corpusExercises.find(({ id }) => id === `corpus/${header.exercise}`);
    if (!entry) return { file, problem: `there is no corpus exercise "${header.exercise}"` };
    const variant = this.#variant(entry);
    const start = performance.now();
    const reply = await replyTo(this.#pool, jobOf(entry, variant, source, file));
    const result = judge(entry, variant, reply);
    const ms = performance.now() - start;
    return lineOf(file, header, { ...result, message: clean(result.message) }, ms);
  }

  /** References are computed once, not once for every file. */
  #variant({ id, spec }: Entry): Variant {
    const variant = this.#variants.get(id) ?? prepare(spec, this.#seeds);
    this.#variants.set(id, variant);
    return variant;
  }
}
