/** @file Typical wrong answers, one a file: each loses points, and where its exercise lists the mistake, it is named. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { callFrom, callText } from "../grader/cell/call-text.ts";
import { runCases } from "../grader/cell/cases.ts";
import { makeKit } from "../grader/cell/kit.ts";
import type { AnyExercise } from "../grader/exercise.ts";
import { judge } from "../grader/judge/judge.ts";
import { inputsOf, prepare, type Variant } from "../grader/judge/variant.ts";
import type { ExerciseResult } from "../grader/result.ts";
import { PUBLIC_SEEDS } from "../grader/seeds.ts";

const folder = path.join(import.meta.dirname, "slips");
const specs = path.join(import.meta.dirname, "../grader/specs");
/** The files of test/slips with what their first two lines say; "unnamed" where no listed mistake explains them. */
const slips = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => {
    const header = /^\/\/ exercise: (\S+)\n\/\/ slip: (\S+)\n/.exec(
      readFileSync(path.join(folder, file), "utf8"),
    );
    if (!header) throw new Error(`test/slips/${file} must begin with "// exercise: …" and "// slip: …"`);
    return { file, exercise: header[1] as string, slip: header[2] as string };
  });

const prepared = new Map<string, { spec: AnyExercise; variant: Variant }>();
async function graded(id: string, file: string): Promise<ExerciseResult> {
  const { default: spec } = (await import(path.join(specs, `${id}.ts`))) as { default: AnyExercise };
  const { variant } = prepared.get(id) ?? { variant: prepare(spec, PUBLIC_SEEDS) };
  prepared.set(id, { spec, variant });
  const student: unknown = await import(path.join(folder, file));
  const inputs = JSON.stringify(inputsOf(variant));
  const outcomes = JSON.parse(runCases(student, callFrom(callText(spec)), makeKit, inputs));
  return judge({ id, lesson: path.dirname(id), spec }, variant, { outcomes, fuelUsed: 0, printed: "" });
}

const exercises = [...new Set(slips.map(({ exercise }) => exercise))];

describe.each(exercises)("%s", (id) => {
  const wrong = slips
    .filter(({ exercise }) => exercise === id)
    .map(({ file, slip }) => [file, slip] as const);

  it.each(wrong)("%s is rejected, mistake: %s", async (file, slip) => {
    const { points, maxPoints, status, mistake } = await graded(id, file);
    expect(points).toBeLessThan(maxPoints);
    expect(["partly", "wrong"]).toContain(status);
    if (slip !== "unnamed") expect(mistake).toBe(slip);
  });
});
