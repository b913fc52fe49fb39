/** @file The verdict on a gradient: right, or right given the student's own later gradients, or where it first goes wrong. */
import type { At, Options } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import { type Difference, differences, misfit, nameOf } from "./compare.ts";
import type { Verdict } from "./verdict.ts";
import { malformedAt, placeOf, verdictOf } from "./verdicts.ts";

export function gradientVerdict(
  { truth, part, theirs }: At<never>,
  answer: Plain | undefined,
  wrt: string,
  of: string,
  options: Options,
): Verdict {
  const expected = truth.certain.gradient(wrt, of);
  const malformed = misfit(expected, answer, [part]);
  if (malformed) return malformedAt(malformed);
  const all = [...differences(expected, answer, [part], options)];
  if (all.length === 0 || (options.accept === "near" && all.every((d) => d.is === "near")))
    return { is: "right" };

  // Wrong is only what is neither the gradient nor what this step makes of the student's own later gradients.
  const own = of === "loss" && theirs.size ? ownDifferences() : all;
  if (own.length === 0)
    return { is: "follows", happened: `${part} is right for the gradients you had before it`, rows: [] };
  const order = truth.arrival(wrt);
  return verdictOf(own, options, ({ path }) => placeOf(order, path));

  function ownDifferences(): Difference[] {
    const stepwise = truth.certain.stepwise(wrt, theirs);
    const off = new Map([...differences(stepwise, answer, [part], options)].map((d) => [nameOf(d.path), d]));
    return all.flatMap((d) => {
      const here = off.get(nameOf(d.path));
      return here ? [{ ...d, is: here.is === "near" || d.is === "near" ? "near" : "wrong" } as const] : [];
    });
  }
}
