/** @file What an instructor sets by hand: kept in a file of their own, which grading reads and never writes. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { points, total } from "./report/numbers.ts";
import type { ClassSummary } from "./report/summary.ts";
import type { ExerciseResult, SubmissionResult } from "./result.ts";
import { UsageError } from "./usage-error.ts";

interface Override {
  readonly points?: number;
  readonly comment?: string;
}
/** By student, then by exercise. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, Override>>>>;

/** @throws {UsageError} if the file is there and cannot be understood: an edit is not skipped silently */
export function readOverrides(out: string): Overrides {
  const file = path.join(out, "overrides.json");
  if (!existsSync(file)) return {};
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const wrong = complaint(found);
  if (wrong) throw new UsageError(`${file}: ${wrong}`);
  return found as Overrides;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function complaint(found: unknown): string | undefined {
  if (!isRecord(found)) return "an object by student is expected";
  for (const [student, exercises] of Object.entries(found)) {
    if (!isRecord(exercises)) return `"${student}": an object by exercise is expected`;
    for (const [exercise, override] of Object.entries(exercises)) {
      const where = `"${student}", "${exercise}"`;
      if (!isRecord(override)) return `${where}: an object with points or comment is expected`;
      const { points = 0, comment = "", ...more } = override;
      if (!Number.isFinite(points)) return `${where}: points must be a number`;
      if (typeof comment !== "string") return `${where}: comment must be a text`;
      if (Object.keys(more).length)
        return `${where}: "${Object.keys(more)[0]}" is neither points nor comment`;
    }
  }
  return undefined;
}

/** The result with what was set by hand, said as such. */
export function applyOverrides(result: SubmissionResult, overrides: Overrides): SubmissionResult {
  const byHand = overrides[result.student];
  if (!byHand) return result;
  const exercises = result.exercises.map((exercise) => {
    const override = byHand[exercise.id];
    return override ? overridden(exercise, override) : exercise;
  });
  return { ...result, exercises, points: total(exercises.map((exercise) => exercise.points)) };
}

function overridden(exercise: ExerciseResult, override: Override): ExerciseResult {
  const set = override.points ?? exercise.points;
  return {
    ...exercise,
    points: set,
    warnings: [
      ...exercise.warnings,
      ...(override.points === undefined ? [] : [`points set by hand; ${points(exercise.points)} before`]),
      ...(override.comment ? [`your instructor says: ${override.comment}`] : []),
    ],
  };
}

/** Students and exercises that are named and were not handed in. */
export function unusedOverrides(overrides: Overrides, { students }: ClassSummary): string[] {
  return Object.entries(overrides).flatMap(([name, exercises]) => {
    const student = students.find((s) => s.student === name);
    if (!student) return [name];
    return Object.keys(exercises)
      .filter((exercise) => !student.scores.has(exercise))
      .map((exercise) => `${name}, ${exercise}`);
  });
}
