/** @file The mistakes that a spec lists: one is named only if it explains the answer in every case. */
import type { Finding, Named } from "./diagnose.ts";
import { sameAnswer } from "./same.ts";
import type { Trial } from "./trial.ts";

/**
 * A slip that accounts for a part in every case: the random inputs among them were not seen by its author.
 * @param part a wrong part; one that is a sentence, not an entry of the answer, is touched by every slip
 */
export function listedSlip({ spec, parts, trials, wrong }: Finding, part: string): Named | undefined {
  const explains = (mistaken: Readonly<Record<string, unknown>>, { whole, case: { input } }: Trial) =>
    Object.entries(mistaken).every(([key, each]) => {
      const answer = Object.hasOwn(whole, key) ? whole[key] : undefined;
      return parts[key]?.same?.(each, answer, input as never) ?? sameAnswer(each, answer);
    });
  const isQuiz = trials.every(({ case: { input } }) => Object.keys(input).length === 0);
  const found = (spec.slips ?? []).find(({ answers }) => {
    const mistaken = trials.map(
      ({ case: { input, truth } }) => answers(input, truth) as Readonly<Record<string, unknown>>,
    );
    const touched = (name: string) =>
      mistaken.some((each, i) => Object.hasOwn(each, name) || !Object.hasOwn(trials[i]!.whole, name));
    // The same numbers for every input come about in other ways too, where other parts are wrong as well.
    const credible = answers.length > 0 || isQuiz || wrong.every(({ name }) => touched(name));
    return touched(part) && credible && mistaken.every((each, i) => explains(each, trials[i]!));
  });
  return found && { id: found.id, part, say: found.say };
}
