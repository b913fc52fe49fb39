/** @file Names the mistake in the first wrong part, or abstains: a wrong diagnosis costs a student more than none. */
import type { AnyExercise } from "../exercise.ts";
import type { PartsByName } from "./graph.ts";
import { hardCoded } from "./hard-coded.ts";
import { layout } from "./layout.ts";
import { type Explanation, explain } from "./match.ts";
import { quotientSlopes, rounded, singleInside, singlePrecision } from "./near.ts";
import { partRatio } from "./part-ratio.ts";
import { differenceQuotient } from "./quotient.ts";
import { remembered } from "./remembered.ts";
import { listedSlip } from "./slips.ts";
import type { Trial } from "./trial.ts";

/** A mistake with a name, and the sentence that says what happened and what to look at. */
export interface Named {
  readonly id: string;
  /** The part of the answer that it is about. */
  readonly part: string;
  /** Left out where the judge's own sentence says it all. */
  readonly say?: string;
}
export interface Finding {
  readonly spec: AnyExercise;
  readonly parts: PartsByName;
  /** What is wrong, the part to look at first in front. */
  readonly wrong: readonly [WrongPart, ...WrongPart[]];
  readonly trials: readonly Trial[];
  /** Answers to inputs that no verdict rests on. */
  readonly fresh: readonly Trial[];
}
interface WrongPart {
  readonly name: string;
  readonly is: "near" | "wrong";
}

/**
 * In the order of certainty: what the author listed, for the part to look at first if there is a choice; what is plain
 * to see in the numbers of that part; and what the catalogue of the graph explains.
 */
export function diagnose(finding: Finding): Named | undefined {
  const [first, ...others] = finding.wrong;
  const slipIn = ({ name }: WrongPart) => listedSlip(finding, name);
  return (
    firstOf([first, ...others], slipIn) ??
    plainly(finding, first) ??
    layout(first.name, finding.trials) ??
    byCatalogue(finding, first) ??
    remembered(first.name, [...finding.trials, ...finding.fresh])
  );
}

function plainly({ parts, trials }: Finding, { name, is }: WrongPart): Named | undefined {
  if (is === "near") {
    const wrt = parts[name]?.gradientOf;
    const quotient = wrt === undefined ? undefined : differenceQuotient(name, wrt, trials);
    return (
      quotient ??
      singlePrecision(name, trials) ??
      rounded(name, trials) ??
      quotientSlopes(name, trials) ??
      singleInside(name, trials)
    );
  }
  const ratio = partRatio(name, trials);
  if (ratio) return ratio.id === "all-zeros" ? undefined : ratio;
  return hardCoded(name, trials) ?? rounded(name, trials);
}

function byCatalogue({ trials, fresh }: Finding, { name, is }: WrongPart): Named | undefined {
  const drawn = [...trials.filter((trial) => trial.case.kind === "random"), ...fresh];
  // What shows in a named case only is explained there, and by what leaves the drawn ones right.
  const shows = drawn.some((trial) => trial.graph.slots.some((_, s) => trial.isWrong(s)));
  const found = explain(shows ? drawn : [...trials.filter((trial) => trial.case.kind === "named"), ...drawn]);
  const zeros = is === "wrong" ? partRatio(name, trials) : undefined;
  // A branch that is never taken gives zeros too; other zeros are zeros.
  if (!found || (zeros && !found.mistake.id.startsWith("max-"))) return zeros;
  return { id: found.mistake.id, part: name, say: `${found.mistake.say}${seenIn(found)}` };
}
/** Where an answer has several numbers, the first wrong one on the way. */
const seenIn = ({ first, several }: Explanation): string => (several ? ` (first seen in ${first})` : "");

function firstOf<T, R>(list: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
