/** @file Which cell of a notebook holds the answer to an exercise, and what the student should know about that. */
import type { CourseExercise } from "./course.ts";
import type { OwnCell } from "./notebook-cells.ts";
import { joined, type Source } from "./source.ts";

export type Choice =
  | { readonly source: Source; readonly warnings: readonly string[] }
  | { readonly missing: string };

/**
 * Of several cells for one exercise the one that differs from the starter, else the later. If none was changed but
 * another cell declares the function, that cell: in the notebook it answers as well.
 */
export function choose(
  exercise: CourseExercise,
  cells: readonly OwnCell[],
  starter: string | undefined,
): Choice {
  const isStarter = ({ cell }: OwnCell) => bare(cell.source) === bare(starter ?? "");
  const claiming = cells.filter(({ answers }) => answers === exercise.id);
  const marked = claiming.filter(({ cell }) => cell.source.trim());
  const changed = marked.filter((cell) => !isStarter(cell));
  const split = rejoin(changed);
  if (split) return { source: split, warnings: [`${split.name} were read as one: the answer was split`] };

  const sound = changed.filter((cell) => declares(cell, exercise) && parses(cell));
  const best = last(sound, isDone) ?? sound.at(-1) ?? changed.at(-1);
  if (best) return { source: best.source, warnings: [...copies(marked, best), ...notCode(best)] };

  const [untouched] = marked;
  const unmarked = cells.filter((cell) => !cell.answers && declares(cell, exercise));
  const elsewhere = last(unmarked, (cell) => !isStarter(cell)) ?? (untouched ? undefined : unmarked.at(-1));
  if (elsewhere) {
    const why = untouched ? `${untouched.source.name} is as it was handed out` : whyUnmarked(cells);
    const warning = `the answer was found in ${elsewhere.source.name}: ${why}`;
    return { source: elsewhere.source, warnings: [warning] };
  }
  if (untouched)
    return { source: untouched.source, warnings: [...copies(marked, untouched), ...notCode(untouched)] };
  const [blank] = claiming;
  const place = blank
    ? `its answer cell, ${blank.source.name}, is empty`
    : "its answer cell is not in the notebook";
  return { missing: `${place}, and no other cell declares ${exercise.exports.join(" or ")}` };
}

const whyUnmarked = (cells: readonly OwnCell[]) =>
  cells.some(({ answers }) => answers)
    ? "its own cell is not there"
    : "by its name, for the cells of this notebook have lost their marks";

const declares = ({ source }: OwnCell, { exports }: CourseExercise) =>
  exports.some((name) => source.unit.declared.has(name));
const parses = ({ source }: OwnCell) => !source.unit.problem;
/** Of an older version of the lesson the starter differs from today's, but it still says what it is. */
const isDone = ({ cell }: OwnCell) => !/throw new NotImplementedError\b/.test(cell.source);
const bare = (text: string) => text.replace(/\s+/g, " ").trim();
const last = <T>(items: readonly T[], test: (item: T) => boolean): T | undefined => items.filter(test).at(-1);

/** Neighbours of which none parses alone, but all together. */
function rejoin(cells: readonly OwnCell[]): Source | undefined {
  const parts = cells.filter((cell) => !parses(cell));
  const neighbours = parts.every(
    ({ cell }, i) => i === 0 || cell.number - (parts[i - 1]?.cell.number ?? 0) === 1,
  );
  if (parts.length < 2 || !neighbours) return undefined;
  const whole = joined(parts.map(({ source }) => source));
  return whole.unit.problem ? undefined : whole;
}

const copies = (marked: readonly OwnCell[], graded: OwnCell): readonly string[] => {
  if (marked.length < 2) return [];
  const names = marked.map(({ source }) => source.name).join(" and ");
  return [`${names} are marked as this answer, as happens to copies: ${graded.source.name} was graded`];
};

const notCode = ({ cell, source }: OwnCell): readonly string[] => {
  if (cell.type === "code") return [];
  const type = cell.type === "raw" ? "a raw cell" : "Markdown";
  return [`${source.name} was turned into ${type} and read as code: select it and press Y to turn it back`];
};
