/** @file What crosses the pipe between grader and cell, and how far the grader trusts what comes back: not at all. */
import type { Plain } from "../plain.ts";
import type { Job, Outcome } from "../runner.ts";

/**
 * To the cell: run the job's cases from `from` on; end it after `stopsLeft` cases that had to be stopped;
 * `prompt`: send each line at once, so that it is known which case is the one that hangs.
 */
export interface Request {
  readonly id: number;
  readonly from: number;
  readonly stopsLeft: number;
  readonly prompt: boolean;
  readonly job: Job;
}

/** From the cell, one JSON a line. */
export type Line = { readonly id: number } & (
  | { readonly loaded: true }
  | { readonly case: number; readonly outcome: Outcome }
  | { readonly end: { readonly fuelUsed: number; readonly printed: string } }
  | { readonly refused: { readonly message: string; readonly line?: number } }
);

export const LONGEST_LINE = 1_000_000;
const LONGEST_TEXT = 5000;
const DEEPEST = 12;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isPlain = (value: unknown, depth = 0): value is Plain =>
  value === null ||
  typeof value === "boolean" ||
  Number.isFinite(value) ||
  isText(value) ||
  (typeof value === "object" &&
    depth < DEEPEST &&
    Object.values(value).every((entry) => isPlain(entry, depth + 1)));

const place = (line: unknown) => (isCount(line) ? { line } : {});

/** The outcome, rebuilt from checked fields; undefined if it is none. */
function readOutcome(value: unknown): Outcome | undefined {
  if (!isFields(value)) return undefined;
  const { answer, changedInput, threw, stopped } = value;
  if (stopped === "time" || stopped === "memory" || stopped === "crash") return { stopped };
  if (isFields(threw) && isText(threw["name"]) && isText(threw["message"]))
    return { threw: { name: threw["name"], message: threw["message"], ...place(threw["line"]) } };
  if (isPlain(answer) && typeof changedInput === "boolean") return { answer, changedInput };
  return undefined;
}

/** A line of the open job `id`, rebuilt from checked fields; undefined for anything else. */
export function readLine(text: string, id: number): Line | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFields(value) || value["id"] !== id) return undefined;
  const { loaded, case: k, outcome, end, refused } = value;
  if (loaded === true) return { id, loaded };
  if (isFields(refused) && isText(refused["message"]))
    return { id, refused: { message: refused["message"], ...place(refused["line"]) } };
  if (isFields(end) && isCount(end["fuelUsed"]) && isText(end["printed"]))
    return { id, end: { fuelUsed: end["fuelUsed"], printed: end["printed"] } };
  const read = readOutcome(outcome);
  return isCount(k) && read ? { id, case: k, outcome: read } : undefined;
}
