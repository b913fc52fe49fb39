/** @file From differences to a verdict and its sentence. */
import type { Options } from "../exercise.ts";
import type { Difference, Path } from "./compare.ts";
import { Malformed } from "./shape.ts";
import type { Fault, Verdict } from "./verdict.ts";

/** The table shows so many entries of a part. */
const MOST_ROWS = 5;
/** Comes before everything that has a place on the tape: an answer of the wrong form. */
export const FIRST = Number.MAX_SAFE_INTEGER;

export const right: Verdict = { is: "right" };
export const wrong = (happened: string): Fault => ({ is: "wrong", happened });

export const malformedAt = ({ happened, row }: Difference): Fault => ({
  ...wrong(happened),
  rows: [row],
  order: FIRST,
});

/** Where the node under a path of the answer stands on the tape. */
export const placeOf = (order: unknown, [, ...path]: Path): number =>
  path.reduce<unknown>((inner, step) => (inner as readonly unknown[])[step as number], order) as number;

/**
 * The difference to speak of is the one to look at first; where one is wrong, those that are only near wait.
 * @param order of a difference: the largest comes first
 */
export function verdictOf(
  found: readonly Difference[],
  { accept }: Options,
  order?: (d: Difference) => number,
): Verdict {
  const wrongs = found.filter((d) => d.is === "wrong");
  const worst = [...(wrongs.length ? wrongs : found)];
  if (order) worst.sort((a, b) => order(b) - order(a));
  const [first] = worst;
  if (!first || (first.is === "near" && accept === "near")) return right;
  const happened = first.is === "near" ? `${first.happened}: ${NEARLY}` : first.happened;
  const rows = worst.slice(0, MOST_ROWS).map((d) => d.row);
  return { is: first.is, happened, rows, ...(order && { order: order(first) }) };
}
const NEARLY =
  "close, but not equal. Rounded numbers, single precision, a small number added in a logarithm or a division, or a difference quotient does that";

/** Runs a judgement that needs a well-formed answer: a malformed one is the student's, anything else thrown is ours. */
export function wellFormed(judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch (error) {
    if (error instanceof Malformed) return { ...wrong(error.message), order: FIRST };
    throw error;
  }
}
