/** @file How long a student waits for check(): from the call to the verdict, for every solution of the course that trains nothing. */
import { catalogue, type Entry } from "../../grader/catalogue.ts";
import { callFrom, callText } from "../../grader/cell/call-text.ts";
import { runCases } from "../../grader/cell/cases.ts";
import { makeKit } from "../../grader/cell/kit.ts";
import { solutionFile } from "../../grader/course.ts";
import { judge } from "../../grader/judge/judge.ts";
import { inputsOf, prepare } from "../../grader/judge/variant.ts";
import type { Outcome } from "../../grader/runner.ts";
import { PUBLIC_SEEDS } from "../../grader/seeds.ts";

export interface Waits {
  readonly exercises: number;
  readonly medianMs: number;
  readonly worstMs: number;
  readonly worst: string;
}

/** Exercises that train something ask for more work than usual. */
const isTraining = ({ spec }: Entry): boolean => spec.fuel !== undefined;

/**
 * After a first check of each exercise, in which the engine still compiles, the fastest of three: other work on the
 * machine only adds to it.
 */
export async function waits(): Promise<Waits> {
  const times: { id: string; ms: number }[] = [];
  for (const entry of catalogue.filter((each) => !isTraining(each))) {
    const student = (await import(solutionFile(entry.id))) as Readonly<Record<string, unknown>>;
    check(entry, student);
    const ms = [1, 2, 3].map(() => {
      const start = performance.now();
      check(entry, student);
      return performance.now() - start;
    });
    times.push({ id: entry.id, ms: Math.min(...ms) });
  }
  times.sort((a, b) => a.ms - b.ms);
  return {
    exercises: times.length,
    medianMs: times[Math.floor(times.length / 2)]?.ms ?? 0,
    worstMs: times.at(-1)?.ms ?? 0,
    worst: times.at(-1)?.id ?? "",
  };
}

/** As the notebook does it, without the card; the references are computed anew. */
function check(entry: Entry, student: Readonly<Record<string, unknown>>): void {
  const variant = prepare(entry.spec, PUBLIC_SEEDS);
  const written = runCases(
    student,
    callFrom(callText(entry.spec)),
    makeKit,
    JSON.stringify(inputsOf(variant)),
  );
  const { status, message } = judge(entry, variant, {
    outcomes: JSON.parse(written) as Outcome[],
    fuelUsed: 0,
    printed: "",
  });
  if (status !== "right") throw new Error(`the solution of ${entry.id} is ${status}: ${message}`);
}
