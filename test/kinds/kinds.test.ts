/** Every kind of exercise the contract carries: a right answer and wrong ones, judged alike in this process and in the cell. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../grader/catalogue.ts";
import { callFrom, callText } from "../../grader/cell/call-text.ts";
import { runCases } from "../../grader/cell/cases.ts";
import { makeKit } from "../../grader/cell/kit.ts";
import { openPool } from "../../grader/cell/pool.ts";
import type { AnyExercise } from "../../grader/exercise.ts";
import { jobOf } from "../../grader/job.ts";
import { judge } from "../../grader/judge/judge.ts";
import { inputsOf, prepare, type Variant } from "../../grader/judge/variant.ts";
import type { ExerciseResult } from "../../grader/result.ts";
import { type Outcome, type Runner, replyTo } from "../../grader/runner.ts";
import expected from "./expected.ts";

const SEEDS = [1, 2, 3, 4];

async function load(kind: string): Promise<{ entry: Entry; variant: Variant }> {
  const { default: spec } = (await import(`./${kind}/spec.ts`)) as { default: AnyExercise };
  return { entry: { id: `kinds/${kind}`, lesson: "kinds", spec }, variant: prepare(spec, SEEDS) };
}
async function inProcess(kind: string, file: string): Promise<ExerciseResult> {
  const { entry, variant } = await load(kind);
  const student: unknown = await import(`./${kind}/${file}`);
  const written = runCases(
    student,
    callFrom(callText(entry.spec)),
    makeKit,
    JSON.stringify(inputsOf(variant)),
  );
  return judge(entry, variant, { outcomes: JSON.parse(written) as Outcome[], fuelUsed: 0, printed: "" });
}
async function inCell(pool: Runner, kind: string, file: string): Promise<ExerciseResult> {
  const { entry, variant } = await load(kind);
  const source = readFileSync(path.join(import.meta.dirname, kind, file), "utf8");
  return judge(entry, variant, await replyTo(pool, jobOf(entry, variant, source, file)));
}
const line = ({ points, maxPoints, status, mistake, message }: ExerciseResult) =>
  `${+points.toFixed(2)} of ${maxPoints}, ${status}${mistake ? ` (${mistake})` : ""}: ${message}`;

describe.each(Object.entries(expected))("%s", (kind, answers) => {
  it("has a right answer and at least two wrong ones on record", () => {
    const files = readdirSync(path.join(import.meta.dirname, kind)).filter((file) => file !== "spec.ts");
    expect(Object.keys(answers).sort()).toEqual(files.sort());
    expect(files.filter((file) => file.startsWith("wrong-")).length).toBeGreaterThanOrEqual(2);
  });
  it.each(Object.entries(answers))("%s is judged as it deserves", async (file, verdict) => {
    expect(line(await inProcess(kind, file))).toBe(verdict);
  });
});

describe("in the cell", () => {
  let pool: Runner;
  beforeAll(async () => {
    pool = await openPool({ cells: 1 });
  }, 60_000);
  afterAll(() => pool.close());

  const all = Object.entries(expected).flatMap(([kind, answers]) =>
    Object.keys(answers).map((file) => [kind, file] as const),
  );
  it.each(all)("%s/%s gets the same result, word for word", async (kind, file) => {
    expect(await inCell(pool, kind, file)).toEqual(await inProcess(kind, file));
  });
});
