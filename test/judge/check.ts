/** @file Checks answers written as functions, as a notebook does: no file, no cell. */
import { callFrom, callText } from "../../grader/cell/call-text.ts";
import { runCases } from "../../grader/cell/cases.ts";
import { makeKit } from "../../grader/cell/kit.ts";
import type { AnyExercise } from "../../grader/exercise.ts";
import { judge } from "../../grader/judge/judge.ts";
import { inputsOf, prepare } from "../../grader/judge/variant.ts";
import type { ExerciseResult } from "../../grader/result.ts";
import type { Outcome } from "../../grader/runner.ts";

export const entryOf = (spec: AnyExercise) => ({ id: "00-test/exercise", lesson: "00-test", spec });

export function check(
  spec: AnyExercise,
  student: object,
  seeds: readonly number[] = [1, 2, 3],
): ExerciseResult {
  const variant = prepare(spec, seeds);
  const written = runCases(student, callFrom(callText(spec)), makeKit, JSON.stringify(inputsOf(variant)));
  return judge(entryOf(spec), variant, {
    outcomes: JSON.parse(written) as Outcome[],
    fuelUsed: 0,
    printed: "",
  });
}

/** "2.4 of 3, partly": points, and the parts that did not earn theirs. */
export const score = ({ points, maxPoints, status, parts }: ExerciseResult): string => {
  const lost = parts.filter((part) => part.points === 0).map((part) => part.name);
  return `${+points.toFixed(2)} of ${maxPoints}, ${status}${lost.length ? `: ${lost.join(", ")}` : ""}`;
};
