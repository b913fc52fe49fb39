/** @file The author's check: every exercise is whole, its starter earns nothing, its solution everything. */

import { existsSync } from "node:fs";
import path from "node:path";
import { type Entry, catalogue as whole } from "./catalogue.ts";
import { courseFolder, solutionFile, starterFile } from "./course.ts";
import { jobOf } from "./job.ts";
import { judge } from "./judge/judge.ts";
import { prepare, type Variant } from "./judge/variant.ts";
import { answerIn } from "./own-answer.ts";
import { total } from "./report/numbers.ts";

import type { Reply, Runner } from "./runner.ts";
import { PUBLIC_SEEDS } from "./seeds.ts";
import { notebookFailures } from "./verify/notebooks.ts";
import { type Failure, slugFailures } from "./verify/slugs.ts";
import { hintFailures, slipFailures, workedFailures } from "./verify/spec.ts";

export interface Verification {
  readonly lessons: number;
  readonly exercises: number;
  readonly points: number;
  readonly failures: readonly Failure[];
}

/** Students' own seeds, and two lists that nothing was tuned to. */
const SEEDS = [PUBLIC_SEEDS, [101, 102, 103, 104], [201, 202, 203, 204]];

/** @param runner runs starters and solutions as it runs students' answers */
export async function verify(runner: Runner, catalogue: readonly Entry[] = whole): Promise<Verification> {
  const failures: Failure[] = [...slugFailures(catalogue), ...(await notebookFailures())];
  for (const entry of catalogue) failures.push(...said(entry, hintFailures(entry)));
  await runAnswers(runner, catalogue, (entry, failed) => failures.push(...said(entry, failed)));
  return {
    lessons: new Set(catalogue.map((entry) => entry.lesson)).size,
    exercises: catalogue.length,
    points: total(catalogue.map((entry) => entry.spec.points)),
    failures,
  };
}

const said = ({ id }: Entry, messages: readonly string[]): Failure[] =>
  messages.map((message) => ({ where: id, message }));

/** One answer of ours on one list of seeds. */
interface Trial {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly file: string;
  readonly judged: (reply: Reply) => readonly string[];
}

function* trials(catalogue: readonly Entry[]): Generator<Trial> {
  for (const entry of catalogue) {
    const [variant, ...more] = SEEDS.map((seeds) => prepare(entry.spec, seeds)) as [Variant, ...Variant[]];
    const file = starterFile(entry.id);
    yield { entry, variant, file, judged: (reply) => starterFailures(entry, variant, reply) };
    const solution = (v: Variant, alsoOf: (reply: Reply) => string[] = () => []): Trial => ({
      entry,
      variant: v,
      file: solutionFile(entry.id),
      judged: (reply) => [...solutionFailures(entry, v, reply), ...alsoOf(reply)],
    });
    yield solution(variant, (reply) => [
      ...workedFailures(entry, variant, reply),
      ...slipFailures(entry, variant, reply),
    ]);
    for (const v of more) yield solution(v);
  }
}

/** Through the runner, each trial in a sandbox of its own. */
async function runAnswers(
  runner: Runner,
  catalogue: readonly Entry[],
  tell: (entry: Entry, failures: readonly string[]) => void,
): Promise<void> {
  const open = new Map<string, Trial>();
  function* jobs() {
    let n = 0;
    for (const trial of trials(catalogue)) {
      const { entry, variant, file } = trial;
      if (!existsSync(file)) continue; // the slugs have said so
      const answer = answerIn(file, entry.id);
      if (!("source" in answer)) {
        const why = "missing" in answer ? answer.missing : answer.broken;
        tell(entry, [`${path.relative(courseFolder, file)}: ${why}`]);
        continue;
      }
      const job = jobOf(entry, variant, answer.source, `trial ${++n}`);
      open.set(job.student, trial);
      yield job;
    }
  }
  await runner.run(jobs(), ({ student }, reply) => {
    const trial = open.get(student) as Trial;
    open.delete(student);
    tell(trial.entry, trial.judged(reply));
  });
}

function starterFailures(entry: Entry, variant: Variant, reply: Reply): string[] {
  const { points, status, message } = judge(entry, variant, reply);
  return points === 0 && status === "todo"
    ? []
    : [
        `the starter must earn 0 and read as "to do"; it earns ${points} and reads as "${status}": ${message}`,
      ];
}

function solutionFailures(entry: Entry, variant: Variant, reply: Reply): string[] {
  const { points, maxPoints, status, message } = judge(entry, variant, reply);
  return points === maxPoints && status === "right"
    ? []
    : [`the solution earns ${points} of ${maxPoints}: ${message}`];
}
