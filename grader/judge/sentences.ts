/** @file What is said of an exercise as a whole: what is still to write, what was shown to hold. */
import type { AnyExercise } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import type { Outcome } from "../runner.ts";
import type { Case } from "./variant.ts";
import type { Fault } from "./verdict.ts";

/** "to do: write gradCheck", or what it calls that an earlier exercise still owes: "to do: numericalGradient is …". */
export function toWrite({ exports }: AnyExercise, outcomes: readonly Outcome[]): string {
  const said = outcomes.flatMap((outcome) => ("threw" in outcome ? [outcome.threw.message] : []));
  const open = exports.filter((name) => said.some((message) => message.includes(name)));
  const owed = said.flatMap((message) => /^\w+ is still to be written/.exec(message) ?? [])[0];
  if (open.length === 0 && owed) return `to do: ${owed}`;
  return `to do: write ${(open.length ? open : exports).join(" and ")}`;
}

/** A case that sends nothing is the exercise itself: its name would say nothing. */
const isQuestion = ({ sent }: Case): boolean => Object.keys(sent as object).length === 0;

/** Longer inputs are a wall of numbers; the case's name must do. */
const LONGEST_INPUT = 100;

const short = (value: Plain): string => {
  if (typeof value === "number") return `${+value.toPrecision(6)}`;
  return Array.isArray(value) ? `[${value.map(short).join(", ")}]` : JSON.stringify(value);
};
const inputText = ({ sent }: Case): string =>
  Object.entries(sent as Readonly<Record<string, Plain>>)
    .map(([key, value]) => `${key} = ${short(value)}`)
    .join(", ");

/**
 * What happened, and in which case: "… (random input 3: x = [0.5, -0.2])".
 * The input stands there where numbers were compared, so that the step can be done by hand.
 */
export function inCase({ happened, rows }: Fault, c: Case): string {
  if (isQuestion(c)) return happened;
  const input = c.kind === "random" && rows?.some((row) => row.checked !== undefined) ? inputText(c) : "";
  return `${happened} (${c.name}${input && input.length <= LONGEST_INPUT ? `: ${input}` : ""})`;
}

const KINDS = [
  ["named", "edge case"],
  ["worked", "worked example of the lectures"],
  ["random", "random input"],
] as const;

/** "9 cases hold: 1 edge case (a cycle), 4 worked examples of the lectures, 4 random inputs" */
export function shown(cases: readonly Case[]): string {
  if (cases.every(isQuestion)) return "every answer is right";
  const groups = KINDS.flatMap(([kind, what]) => {
    const names = cases.filter((c) => c.kind === kind).map((c) => c.name);
    if (names.length === 0) return [];
    const many = names.length === 1 ? what : what.replace(/^(\w+ (?:case|input|example))/, "$1s");
    return [
      `${names.length} ${many}${kind === "named" && names.length <= 3 ? ` (${names.join("; ")})` : ""}`,
    ];
  });
  return `${cases.length} ${cases.length === 1 ? "case holds" : "cases hold"}: ${groups.join(", ")}`;
}
