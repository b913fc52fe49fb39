/** @file Which automatic mistakes of an exercise a case tells from the right answer. */
import { automaticMistakes } from "../diagnose/catalogue.ts";
import type { AnyExercise } from "../exercise.ts";
import type { Case } from "../judge/variant.ts";

/** An automatic mistake in one case. */
export interface Mutant {
  readonly key: string;
  /** "missing-act-deriv at h[2]" */
  readonly label: string;
  /** It changes no number here, or none by more than rounding does. */
  readonly same: boolean;
  readonly equal: boolean;
  /** It makes ten times the difference that counts as near: no rounding comes close. */
  readonly killed: boolean;
}
const EQUAL = 1e-9;
const KILLED = 1e-4;

/** @param wanted by key: the others are not computed */
export function mutantsIn(
  spec: AnyExercise,
  c: Case,
  wanted: (key: string) => boolean = () => true,
): Mutant[] {
  const { right, mistakes } = automaticMistakes(spec, c);
  const largest = sizeOf(right);
  return mistakes.flatMap(({ key, id, where, answer }) => {
    const made = wanted(key) ? answer() : undefined;
    if (!made) return [];
    const deviation = Math.max(0, ...Object.keys(right).map((part) => off(made[part], right[part], largest)));
    return [
      {
        key,
        label: where ? `${id} at ${where}` : id,
        same: deviation === 0,
        equal: deviation <= EQUAL,
        killed: deviation > KILLED,
      },
    ];
  });
}

/** The largest deviation relative to the size of the part; the size of the whole answer where the part is 0. */
function off(made: unknown, right: unknown, largest: number): number {
  const [theirs, ours] = [numbersIn(made), numbersIn(right)];
  if (theirs.length !== ours.length || !theirs.every(Number.isFinite)) return Number.POSITIVE_INFINITY;
  const farthest = ours.reduce((most, x, i) => Math.max(most, Math.abs(theirs[i]! - x)), 0);
  return farthest / (sizeOf(right) || largest || 1);
}

const sizeOf = (nested: unknown): number =>
  numbersIn(nested).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const numbersIn = (nested: unknown): number[] => {
  if (typeof nested === "number") return [nested];
  return typeof nested === "object" && nested !== null ? Object.values(nested).flatMap(numbersIn) : [];
};

/** Where every input has a graph of its own, a mistake is the same at any place: its key without numbers of places. */
export const anywhere = (key: string): string => key.replace(/#\d+|\[\d+\]/g, "#");
