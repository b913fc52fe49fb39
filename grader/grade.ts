/** @file collect → extract → run → judge → score → report: submissions stream through stages of plain data. */
import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { catalogue } from "./catalogue.ts";
import { openPool } from "./cell/pool.ts";
import { specHash } from "./fingerprint.ts";
import { applyOverrides, readOverrides, unusedOverrides } from "./overrides.ts";
import type { ClassSummary } from "./report/summary.ts";
import { writeReports } from "./report/write.ts";
import type { SubmissionResult } from "./result.ts";
import { Run } from "./run.ts";
import type { Runner } from "./runner.ts";
import { secretOf } from "./seeds.ts";
import { collect } from "./submissions/collect.ts";
import { openExtractor } from "./submissions/extractor.ts";
import { UsageError } from "./usage-error.ts";

export interface Grading {
  /** Folder for results and reports; made if it is not there. */
  readonly out: string;
  /** 2: refuse to run answers without bubblewrap. */
  readonly requireLevel?: 1 | 2;
  /** Told of every submission as soon as it is graded: the how-manieth, of how many. */
  readonly onResult?: (result: SubmissionResult, done: number, of: number) => void;
  /** Where answers run; the local pool of cells unless said. */
  readonly open?: (options: { readonly requireLevel: 1 | 2 }) => Promise<Runner>;
}
export interface Graded {
  readonly summary: ClassSummary;
  /** What overrides.json sets for nobody in this run: a misspelt name, perhaps. */
  readonly unusedOverrides: readonly string[];
}

/**
 * Grades what `target` holds, a file or a folder, into `out`. What an earlier run has graded, and neither the
 * submission nor a spec has changed since, is taken from there: a killed run continues.
 *
 * @throws {UsageError} if there is nothing to grade, or nowhere to write
 * @throws {InfrastructureError} if no verdict can be given; results already written stay valid
 */
export async function grade(target: string, grading: Grading): Promise<Graded> {
  const { out, requireLevel = 1, onResult = () => {}, open = openPool } = grading;
  const found = orWrongUse(() => collect(target));
  orWrongUse(() => makeFolder(out), `cannot write into ${out}: `);
  const overrides = readOverrides(out);
  const secret = secretOf(out);
  const files: string[] = [];
  const runner = await open({ requireLevel });
  const extractor = openExtractor();
  try {
    const run = new Run({
      out,
      secret,
      specHash: specHash(secret),
      level: runner.level,
      requireLevel,
      extractor,
      onResult(result, file) {
        files.push(file);
        onResult(applyOverrides(result, overrides), files.length, found.length);
      },
    });
    await runner.run(run.jobs(found), run.onReply);
  } finally {
    await Promise.all([runner.close(), extractor.close()]);
  }
  const order = catalogue.map((entry) => entry.id);
  const summary = writeReports(out, files.sort(), overrides, order);
  return { summary, unusedOverrides: unusedOverrides(overrides, summary) };
}

function makeFolder(out: string): void {
  mkdirSync(path.join(out, "results"), { recursive: true });
  accessSync(path.join(out, "results"), constants.W_OK);
}

function orWrongUse<T>(work: () => T, before = ""): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(`${before}${(error as Error).message}`);
  }
}
