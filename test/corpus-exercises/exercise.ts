/** @file What the twenty exercises of the corpus have in common: `solve(p)` gets the input and returns the parts by name. */
import { type AnyExercise, type Exercise, exercise, type Input } from "../../grader/exercise.ts";
import type { Model } from "../../grader/model/node.ts";

interface Starter<P> {
  /** Some answers to `mlp` and `chain` ask for the loss as a function. */
  solve(p: P, loss?: (p: P) => number): unknown;
}

export const solve = <P extends Input, M extends Model = Record<string, never>>(
  title: string,
  spec: Pick<
    Exercise<Starter<P>, P, M, Record<string, never>, unknown>,
    "input" | "cases" | "model" | "parts"
  > &
    Partial<Pick<Exercise<Starter<P>, P, M, Record<string, never>, unknown>, "call">>,
): AnyExercise =>
  exercise<Starter<P>>()({
    title,
    points: 1,
    source: "",
    exports: ["solve"],
    call: (s, p) => s.solve(p as P),
    hints: ["", "", ""],
    ...spec,
  });
