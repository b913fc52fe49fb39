/**
 * @file Answers as students write them, one a file. test/slips: each loses points, and where its exercise lists the
 * mistake, it is named. test/right: solved in another style, each earns everything.
 */
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

const specs = path.join(import.meta.dirname, "../grader/specs");

interface Answer {
  readonly file: string;
  readonly exercise: string;
  /** "unnamed" where no listed mistake explains the answer. */
  readonly slip: string;
}
/** The files of a folder, with what their first lines say. */
const answersIn = (folder: string): readonly Answer[] =>
  readdirSync(path.join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const file = `${folder}/${name}`;
      const header = /^\/\/ exercise: (\S+)\n(?:\/\/ slip: (\S+)\n)?/.exec(
        readFileSync(path.join(import.meta.dirname, file), "utf8"),
      );
      if (!header?.[1] || (folder === "slips" && !header[2]))
        throw new Error(`test/${file} must begin with "// exercise: …" and, if it is wrong, "// slip: …"`);
      return { file, exercise: header[1], slip: header[2] ?? "" };
    });

const prepared = new Map<string, { spec: AnyExercise; variant: Variant }>();
async function graded(id: string, file: string): Promise<ExerciseResult> {
  const { default: spec } = (await import(path.join(specs, `${id}.ts`))) as { default: AnyExercise };
  const { variant } = prepared.get(id) ?? { variant: prepare(spec, PUBLIC_SEEDS) };
  prepared.set(id, { spec, variant });
  const student: unknown = await import(path.join(import.meta.dirname, file));
  const inputs = JSON.stringify(inputsOf(variant));
  const outcomes = JSON.parse(runCases(student, callFrom(callText(spec)), makeKit, inputs));
  return judge({ id, lesson: path.dirname(id), spec }, variant, { outcomes, fuelUsed: 0, printed: "" });
}

/** By exercise: the arguments of it.each. */
const rows = (answers: readonly Answer[], id: string) =>
  answers.filter(({ exercise }) => exercise === id).map(({ file, slip }) => [file, slip] as const);
const [wrong, right] = [answersIn("slips"), answersIn("right")];
const exercises = [...new Set([...wrong, ...right].map(({ exercise }) => exercise))];

describe.each(exercises)("%s", (id) => {
  it.each(rows(wrong, id))("%s is rejected, mistake: %s", async (file, slip) => {
    const { points, maxPoints, status, mistake } = await graded(id, file);
    expect(points).toBeLessThan(maxPoints);
    expect(["partly", "wrong"]).toContain(status);
    if (slip !== "unnamed") expect(mistake).toBe(slip);
  });
  it.each(rows(right, id))("%s earns everything", async (file) => {
    const { points, maxPoints, message } = await graded(id, file);
    expect(`${points} of ${maxPoints}: ${message}`).toMatch(new RegExp(`^${maxPoints} of`));
  });
});
