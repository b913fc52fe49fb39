/** @file The mistakes that a spec lists: one is named only if it explains the answer in every case. */
import type { AnyExercise, Part } from "../exercise.ts";
import { type Mistake, type Sample, sameAnswer } from "./sample.ts";

/**
 * A slip that accounts for a part in every case: the random inputs among them were not seen by its author.
 * @param part a wrong part; one that is a sentence, not an entry of the answer, is touched by every slip
 */
export function listedSlip(
  { slips = [] }: AnyExercise,
  parts: Readonly<Record<string, Part>>,
  part: string,
  cases: readonly Sample[],
): Mistake | undefined {
  const explains = (mistaken: Readonly<Record<string, unknown>>, whole: Sample["whole"]) =>
    Object.entries(mistaken).every(([key, each]) =>
      (parts[key]?.same ?? sameAnswer)(each, Object.hasOwn(whole, key) ? whole[key] : undefined),
    );
  const found = slips.find(({ answers }) => {
    const mistaken = cases.map(
      ({ input, truth }) => answers(input, truth) as Readonly<Record<string, unknown>>,
    );
    const touches = mistaken.some(
      (each, i) => Object.hasOwn(each, part) || !Object.hasOwn(cases[i]!.whole, part),
    );
    return touches && mistaken.every((each, i) => explains(each, cases[i]!.whole));
  });
  return found && { id: found.id, part, say: found.say };
}
