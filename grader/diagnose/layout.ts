/** @file Answers of another form: the transpose, sums along the other axis, a list for a matrix, numbers that are none. */
import { flatten, shapeOf, shapeText } from "../model/nest.ts";
import { isTag } from "../plain.ts";
import type { Named } from "./diagnose.ts";
import type { Trial } from "./trial.ts";

export function layout(part: string, trials: readonly Trial[]): Named | undefined {
  const forms = trials.map((trial) => {
    const [wanted, answer] = [trial.wanted(part), trial.answered(part)];
    return { wanted: shapeOf(wanted), given: shapeOf(answer), answer, input: trial.case.input };
  });
  if (trials.some((trial) => trial.wanted(part) === undefined)) return undefined;
  const named = (id: string, say?: string): Named => ({ id, part, ...(say && { say }) });
  const isNone = (entry: unknown) => isTag(entry) && ["NaN", "Infinity", "-Infinity"].includes(entry.$);
  const none = forms.flatMap(({ answer }) => flatten<unknown>(answer)).find(isNone);
  if (none) return named("non-finite");
  const wrong = forms.filter(({ wanted, given }) => wanted.join() !== given.join());
  const isArray = wrong.every(({ answer }) => Array.isArray(answer));
  const [first] = wrong;
  if (!first || !isArray) return undefined;
  const shapes = `${part} has shape ${shapeText(first.given)}; ${shapeText(first.wanted)} is expected`;
  if (
    wrong.every(({ wanted, given }) => wanted.length === 2 && [...wanted].reverse().join() === given.join())
  )
    return named(
      "transposed",
      `${shapes}: rows and columns are exchanged, so the factors of a product stand the other way round`,
    );
  const examples = ({ X, y }: Trial["case"]["input"]) => shapeOf(X ?? y)[0];
  if (
    wrong.every(
      ({ wanted, given, input }) => wanted.length === 1 && given.length === 1 && given[0] === examples(input),
    )
  )
    return named(
      "wrong-axis",
      `${shapes}: there is one number for each example, so the sum runs along the wrong axis`,
    );
  return named("wrong-shape");
}
