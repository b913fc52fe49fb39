/** @file The verdict an attack deserves, as its first line says it, and the verdict it got. */
import type { Plain } from "../../grader/plain.ts";
import type { ExerciseResult } from "../../grader/result.ts";
import type { Outcome, Reply } from "../../grader/runner.ts";

type Word = "invalid" | "wrong" | "error" | "timeout" | "memory";

const stopWords = { time: "timeout", memory: "memory", crash: "error" } as const;

/** Five numbers: then a FAIL is about their values, else about what was returned. */
const isGradient = (answer: Plain): boolean => {
  const grad = (answer as { readonly grad?: unknown }).grad;
  return Array.isArray(grad) && grad.length === 5 && grad.every((entry) => typeof entry === "number");
};

function wordOf(outcome: Outcome): Word {
  if ("stopped" in outcome) return stopWords[outcome.stopped];
  if ("threw" in outcome) return "error";
  return isGradient(outcome.answer) ? "wrong" : "invalid";
}

/** "PASS", or "FAIL" and the word for the first case that went wrong in another way than by its numbers. */
export function verdictOf(result: ExerciseResult, reply: Reply): string {
  if (result.status === "right") return "PASS";
  if ("refused" in reply) return "FAIL error";
  return `FAIL ${reply.outcomes.map(wordOf).find((word) => word !== "wrong") ?? "wrong"}`;
}

/** What follows "// CORRECT: " in the first line: "PASS", "FAIL wrong|error", "PASS|FAIL timeout"; undefined without one. */
export const expectedIn = (source: string): string | undefined =>
  /^\/\/ CORRECT: ((?:PASS\|)?FAIL [a-z|]+|PASS)\s*$/m.exec(source.slice(0, 200).split("\n")[0] ?? "")?.[1];

export function agrees(expected: string, got: string): boolean {
  if (got === "PASS") return expected.startsWith("PASS");
  const words = /FAIL (.*)$/.exec(expected)?.[1]?.split("|") ?? [];
  return words.includes(got.slice("FAIL ".length));
}
