/** @file Names the mistake in the first wrong part, or abstains: a wrong diagnosis costs a student more than none. */
import type { AnyExercise, Part } from "../exercise.ts";
import { automaticMistake } from "./automatic.ts";
import { hardCoded } from "./hard-coded.ts";
import { differenceQuotient } from "./quotient.ts";
import type { Mistake, Sample } from "./sample.ts";
import { listedSlip } from "./slips.ts";

export interface Finding {
  readonly spec: AnyExercise;
  readonly parts: Readonly<Record<string, Part>>;
  /** What is wrong, the part to look at first in front. */
  readonly wrong: readonly [WrongPart, ...WrongPart[]];
  /** The first wrong part in every case. */
  readonly samples: readonly Sample[];
}
interface WrongPart {
  readonly name: string;
  readonly is: "near" | "wrong";
}

/** In the order of certainty for the part to look at first; then a listed slip in another part is still true. */
export function diagnose({ spec, parts, wrong, samples }: Finding): Mistake | undefined {
  const [first, ...others] = wrong;
  const slipIn = ({ name }: WrongPart) => listedSlip(spec, parts, name, samples);
  return slipIn(first) ?? unlisted(first, parts[first.name], samples) ?? firstOf(others, slipIn);
}

function unlisted(
  { name, is }: WrongPart,
  part: Part | undefined,
  samples: readonly Sample[],
): Mistake | undefined {
  if (is === "wrong") return automaticMistake(name, samples) ?? hardCoded(name, samples);
  return part?.gradientOf === undefined ? undefined : differenceQuotient(name, part.gradientOf, samples);
}

function firstOf<T, R>(list: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
