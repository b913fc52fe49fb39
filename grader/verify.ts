/** @file The author's check: every exercise is whole, its starter earns nothing, its solution everything. */
import { type Entry, catalogue as whole } from "./catalogue.ts";
import { solutionOf, starterOf } from "./course.ts";
import { jobOf } from "./job.ts";
import { judge } from "./judge/judge.ts";
import { prepare, type Variant } from "./judge/variant.ts";
import { total } from "./report/summary.ts";
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
  readonly source: string;
  readonly judged: (reply: Reply) => readonly string[];
}

function* trials(catalogue: readonly Entry[]): Generator<Trial> {
  for (const entry of catalogue) {
    const [variant, ...more] = SEEDS.map((seeds) => prepare(entry.spec, seeds));
    if (!variant) continue;
    const starter = starterOf(entry.id);
    const source = solutionOf(entry.id);
    if (starter !== undefined)
      yield { entry, variant, source: starter, judged: (reply) => starterFailures(entry, variant, reply) };
    if (source === undefined) continue;
    const solved = (v: Variant) => (reply: Reply) => solutionFailures(entry, v, reply);
    yield {
      entry,
      variant,
      source,
      judged: (reply) => [
        ...solved(variant)(reply),
        ...workedFailures(entry, variant, reply),
        ...slipFailures(entry, variant, reply),
      ],
    };
    for (const v of more) yield { entry, variant: v, source, judged: solved(v) };
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
      const job = jobOf(trial.entry, trial.variant, trial.source, `trial ${++n}`);
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
