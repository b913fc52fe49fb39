/** @file A graded corpus file as one line, and all lines as totals. */
import type { ExerciseResult } from "../../grader/result.ts";
import type { Header } from "./header.ts";

type CorpusVerdict = "right" | "near" | "wrong" | "error";

export interface Line {
  readonly file: string;
  readonly exercise: string;
  /** The mistake's id, or "correct". */
  readonly expected: string;
  readonly verdict: CorpusVerdict;
  /** The mistake that was named; null where the diagnosis abstained. */
  readonly class: string | null;
  /** Passed if correct, else named as the header does. */
  readonly ok: boolean;
  readonly sentence: string;
  /** From handing the file in to the verdict. */
  readonly ms: number;
}

function verdictOf({ status, parts }: ExerciseResult): CorpusVerdict {
  if (status === "right") return "right";
  if (status === "partly" || status === "wrong")
    return parts.some(({ is }) => is === "near") && parts.every(({ is }) => is !== "wrong")
      ? "near"
      : "wrong";
  return "error";
}

export function lineOf(
  file: string,
  { exercise, classes }: Header,
  result: ExerciseResult,
  ms: number,
): Line {
  const verdict = verdictOf(result);
  const named = result.mistake ?? null;
  const [expected] = classes;
  const ok = expected ? named !== null && classes.includes(named) : verdict === "right";
  return {
    file,
    exercise,
    expected: expected ?? "correct",
    verdict,
    class: named,
    ok,
    sentence: result.message,
    ms: Math.round(ms),
  };
}

export interface Totals {
  readonly wrong: number;
  readonly rejected: number;
  readonly correct: number;
  readonly passed: number;
  /** Wrong files of which a mistake was named, at all and as the header does. */
  readonly named: number;
  readonly top1: number;
  /** top1 of named. */
  readonly precision: number;
  readonly medianMs: number;
  readonly worstMs: number;
}

export function totalsOf(lines: readonly Line[]): Totals {
  const wrong = lines.filter(({ expected }) => expected !== "correct");
  const correct = lines.filter(({ expected }) => expected === "correct");
  const named = wrong.filter((line) => line.class !== null);
  const top1 = named.filter(({ ok }) => ok).length;
  const ms = lines.map((line) => line.ms).sort((a, b) => a - b);
  return {
    wrong: wrong.length,
    rejected: wrong.filter(({ verdict }) => verdict !== "right").length,
    correct: correct.length,
    passed: correct.filter(({ verdict }) => verdict === "right").length,
    named: named.length,
    top1,
    precision: named.length ? Math.round((1000 * top1) / named.length) / 1000 : 1,
    medianMs: ms[Math.floor(ms.length / 2)] ?? 0,
    worstMs: ms.at(-1) ?? 0,
  };
}
