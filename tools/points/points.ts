/** @file The guided points of an exercise, kept beside its spec: `name.points.json`. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { courseFolder } from "../../grader/course.ts";
import type { AnyExercise, Part } from "../../grader/exercise.ts";
import { words } from "../../grader/judge/parts.ts";
import { prepare } from "../../grader/judge/variant.ts";
import { anywhere, type Mutant, mutantsIn } from "../../grader/verify/mutants.ts";

export interface Points {
  /** Of random inputs that every answer meets. */
  readonly seeds: readonly number[];
  /**
   * By key, with the reason: automatic mistakes that give the right answer at 1,000 legal points and in every named
   * case. They change nothing that is asked for, or are the same function written in another way.
   */
  readonly equivalent: Readonly<Record<string, string>>;
}

/** Those of the corpus lie beside its specs too. */
export const pointsFile = (id: string): string =>
  id.startsWith("corpus/")
    ? path.join(courseFolder, "test", "corpus-exercises", `${id.slice("corpus/".length)}.points.json`)
    : path.join(courseFolder, "grader", "specs", `${id}.points.json`);

export const readPoints = (file: string): Points | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Points) : undefined;

/** Only the way back has automatic mistakes. */
export const hasMistakes = (spec: AnyExercise): boolean =>
  Object.values<Part>(spec.parts(words as never)).some(({ asks }) => asks && asks.what !== "value");

/**
 * Mistakes that a wrong answer could make and pass: not equivalent, and killed by none of the cases that every answer
 * meets; or by one only, although it makes a difference in more of them.
 */
export function survivors(spec: AnyExercise, { seeds, equivalent }: Points): string[] {
  const { cases } = prepare({ ...spec, guided: seeds }, []);
  const inCases = cases.map((c) => mutantsIn(spec, c));
  const made = countBy(inCases.flat().map(({ key }) => key));
  const nameOf = ({ key }: Mutant) => (made.get(key) === cases.length ? key : anywhere(key));
  const isOpen = ({ key, equal }: Mutant) => !equal && !(key in equivalent) && !(anywhere(key) in equivalent);
  const namesOf = (wanted: (mutant: Mutant) => boolean) =>
    countBy(inCases.flatMap((mutants) => [...new Set(mutants.filter(wanted).map(nameOf))]));
  const differ = namesOf(isOpen);
  const kills = namesOf(({ killed }) => killed);
  return [...differ]
    .filter(([name, times]) => (kills.get(name) ?? 0) < Math.min(name.includes("#") ? 1 : 2, times))
    .map(([name]) => `${name}: killed by ${kills.get(name) ?? 0} of ${cases.length} cases`);
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
