/** @file The guided points of an exercise, kept beside its spec: `name.points.json`. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../../grader/catalogue.ts";
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
  /** Mistakes that show in a single one of all these: one point kills them, all others twice. */
  readonly once: readonly string[];
}

/** Those of the corpus lie beside its specs too. */
export const pointsFile = (id: string): string =>
  id.startsWith("corpus/")
    ? path.join(courseFolder, "test", "corpus-exercises", `${id.slice("corpus/".length)}.points.json`)
    : path.join(courseFolder, "grader", "specs", `${id}.points.json`);

export const readPoints = (file: string): Points | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Points) : undefined;

/** Each of its inputs is eight programs drawn at random: thousands of mistakes, and other ones in every input. */
const DRAWS_ITS_GRAPHS = "10-engine/run-program";

/** Only the way back has automatic mistakes. */
export const hasMistakes = ({ id, spec }: Pick<Entry, "id" | "spec">): boolean =>
  id !== DRAWS_ITS_GRAPHS &&
  Object.values<Part>(spec.parts(words as never)).some(({ asks }) => asks && asks.what !== "value");

/** Mistakes that a wrong answer could make and pass: killed by fewer than two of the cases that every answer meets. */
export function survivors(spec: AnyExercise, { seeds, equivalent, once }: Points): string[] {
  const { cases } = prepare({ ...spec, guided: seeds }, []);
  const inCases = cases.map((c) => mutantsIn(spec, c));
  const made = countBy(inCases.flat().map(({ key }) => key));
  const sameGraph = [...made.values()].every((times) => times === cases.length);
  const nameOf = ({ key }: Mutant) => (sameGraph ? key : anywhere(key));
  const named = (names: Iterable<string>) => new Set([...names].flatMap((name) => [name, anywhere(name)]));
  const [harmless, rare] = [named(Object.keys(equivalent)), named(once)];
  const kills = countBy(
    inCases.flatMap((mutants) => [...new Set(mutants.filter(({ killed }) => killed).map(nameOf))]),
  );
  return [...new Set(inCases.flat().map(nameOf))]
    .filter((name) => !harmless.has(name) && (kills.get(name) ?? 0) < (rare.has(name) ? 1 : 2))
    .map((name) => `${name}: killed by ${kills.get(name) ?? 0} of ${cases.length} cases`);
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
