/** @file Faults of behaviour, whatever the numbers: each has its sentence. */
import { isTag, type Plain } from "../plain.ts";
import type { Outcome } from "../runner.ts";

const STOPPED: Readonly<Record<"time" | "memory" | "crash", string>> = {
  time: "your code did not come to an end in the time allowed: is there a loop that never stops, or work that is done over and over?",
  memory: "your code needs more memory than is allowed",
  crash: "your code brought the sandbox down",
};

/** The answer of a case, or why it has none. */
export function answerIn(outcome: Outcome): { readonly answer: Plain } | { readonly missing: string } {
  if ("stopped" in outcome) return { missing: STOPPED[outcome.stopped] };
  if ("threw" in outcome) {
    const { name, message } = outcome.threw;
    const what = name && name !== "Error" ? `${name}: ` : "";
    return { missing: `your code threw ${what}${message || "an error without a message"}` };
  }
  const { answer } = outcome;
  if (isTag(answer) && answer.$ === "undefined")
    return { missing: "your function returns nothing: is a return missing?" };
  return { answer };
}

/** What voids the whole exercise: nobody could build on such a function. */
export function spoiled(outcomes: readonly Outcome[]): { mistake: string; message: string } | undefined {
  if (outcomes.some((outcome) => "answer" in outcome && outcome.changedInput))
    return {
      mistake: "mutates-input",
      message:
        "your code changes the arrays it is given, so whoever calls it loses their numbers: work on copies",
    };
  const [first, again] = [outcomes[0], outcomes.at(-1)];
  const stopped = [first, again].some((outcome) => outcome && "stopped" in outcome); // by the clock, perhaps
  if (!stopped && JSON.stringify(first) !== JSON.stringify(again))
    return {
      mistake: "stateful",
      message:
        "a second call with the same input gives another answer: something is kept from one call to the next, or Math.random is asked",
    };
  return undefined;
}

export const isTodo = (outcome: Outcome): boolean =>
  "threw" in outcome && outcome.threw.name === "NotImplementedError";
