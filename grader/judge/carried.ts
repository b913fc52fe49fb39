/** @file Which of a student's own gradients later steps may build on. */
import type { Part } from "../exercise.ts";
import { isTag, type Plain } from "../plain.ts";
import type { Outcome } from "../runner.ts";

/** One entry of an answer; nothing where the answer is no record, or has no such entry. */
export const entryOf = (whole: Plain, key: string): Plain | undefined =>
  typeof whole === "object" &&
  whole !== null &&
  !Array.isArray(whole) &&
  !isTag(whole) &&
  Object.hasOwn(whole, key)
    ? (whole as { readonly [key: string]: Plain })[key]
    : undefined;

const isFiniteNest = (value: Plain | undefined): boolean =>
  Array.isArray(value) ? value.every(isFiniteNest) : typeof value === "number";

/**
 * The parts whose gradients are numbers throughout and differ between inputs.
 * A gradient that is the same for every input was not computed from it: nothing is carried forward from there.
 * (Zeros are left out node by node, where the sweep replaces what arrives.)
 */
export function carriers(
  parts: Readonly<Record<string, Part>>,
  outcomes: readonly Outcome[],
): ReadonlyMap<string, string> {
  const usable = Object.entries(parts).flatMap(([key, { gradientOf }]) => {
    if (gradientOf === undefined) return [];
    const given = outcomes.map((outcome) => ("answer" in outcome ? entryOf(outcome.answer, key) : undefined));
    const varies = new Set(given.map((value) => JSON.stringify(value))).size > 1;
    return varies && given.every(isFiniteNest) ? [[key, gradientOf] as const] : [];
  });
  return new Map(usable);
}

/** The student's own gradients in one case, by the model's quantity. */
export function theirsIn(whole: Plain, carried: ReadonlyMap<string, string>): ReadonlyMap<string, Plain> {
  const theirs = new Map<string, Plain>();
  for (const [key, quantity] of carried) {
    const value = entryOf(whole, key);
    if (value !== undefined && !theirs.has(quantity)) theirs.set(quantity, value);
  }
  return theirs;
}
