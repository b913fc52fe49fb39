/** @file Faults of behaviour, whatever the numbers: each has its sentence. */
import { isTag } from "../plain.ts";
import type { Outcome } from "../runner.ts";

const STOPPED: Readonly<Record<"time" | "memory" | "crash", string>> = {
  time: "your code did not come to an end in the time allowed: is there a loop that never stops?",
  memory: "your code needs more memory than is allowed",
  crash: "your code brought the sandbox down",
};

/** Why a case has no answer; undefined if it has one. */
export function noAnswer(outcome: Outcome): string | undefined {
  if ("stopped" in outcome) return STOPPED[outcome.stopped];
  if ("threw" in outcome) {
    const { name, message } = outcome.threw;
    return `your code threw ${name && name !== "Error" ? `${name}: ` : ""}${message || "an error without a message"}`;
  }
  if (isTag(outcome.answer) && outcome.answer.$ === "undefined")
    return "your function returns nothing: is a return missing?";
  return undefined;
}

/** What voids the whole exercise: nobody could build on such a function. */
export function spoiled(outcomes: readonly Outcome[]): string | undefined {
  if (outcomes.some((outcome) => "answer" in outcome && outcome.changedInput))
    return "your code changes the arrays it is given, so whoever calls it loses their numbers: work on copies";
  if (JSON.stringify(outcomes[0]) !== JSON.stringify(outcomes.at(-1)))
    return "a second call with the same input gives another answer: something is kept from one call to the next";
  return undefined;
}

export const isTodo = (outcome: Outcome): boolean =>
  "threw" in outcome && outcome.threw.name === "NotImplementedError";
