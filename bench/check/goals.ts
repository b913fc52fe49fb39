/** @file What the checker is to reach, and whether it does. */
import type { Honesty } from "./ladder.ts";
import type { Count, Counts } from "./measure.ts";
import type { Waits } from "./time.ts";

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly goal: number;
  readonly ok: boolean;
}
const atLeast = (goal: number, value: number, what: string): Row => ({
  what,
  value,
  goal,
  ok: value >= goal,
});
const atMost = (goal: number, value: number, what: string): Row => ({ what, value, goal, ok: value <= goal });

/** Gradbook's two ways: f can only be called, or its forward pass is recorded. */
export const OURS = ["gradbook, function only", "gradbook, recorded model"] as const;

/** Over all situations of a rule. */
export const total = (counts: Counts, rule: string, key: keyof Count): number =>
  Object.values(counts[rule]!).reduce((sum, count) => sum + count[key], 0);

export interface Measurements {
  readonly correct: Counts;
  readonly wrong: Counts;
  readonly honesty: Readonly<Record<string, Honesty>> & { readonly trees: Honesty };
  readonly times: Waits;
}

export function rowsOf({ correct, wrong, honesty, times }: Measurements): Readonly<Record<string, Row>> {
  const ours = (counts: Counts, key: keyof Count) =>
    OURS.reduce((sum, rule) => sum + total(counts, rule, key), 0);
  const judged = Object.entries(honesty).filter(([family]) => !family.includes("stored"));
  const sum = (key: keyof Honesty) => judged.reduce((all, [, family]) => all + family[key], 0);
  const honest = (100 * sum("honest")) / sum("functions");
  return {
    checks: atLeast(10_000, total(correct, OURS[0], "checks"), "checks of correct code at hard points"),
    falseFails: atMost(0, ours(correct, "fails"), "of them failed, by either way"),
    wrongPassed: atMost(
      0,
      ours(wrong, "checks") - ours(wrong, "fails") - ours(wrong, "refused"),
      "wrong gradients passed, by either way",
    ),
    functions: atLeast(5000, sum("functions"), "functions whose derivative is known"),
    honest: atLeast(99.5, Number(honest.toFixed(3)), "per cent of their error bars hold it"),
    certifiedButWrong: atMost(0, sum("certifiedButWrong"), "error bars that promise 1e-5, off by 1e-4"),
    medianMs: atMost(50, Number(times.medianMs.toPrecision(2)), "ms inside check(), median solution"),
    worstMs: atMost(250, Number(times.worstMs.toPrecision(2)), `ms inside check(), worst: ${times.worst}`),
  };
}
