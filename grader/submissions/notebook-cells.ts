/** @file A submitted notebook's cells, sorted by what they are to the exercises. */
import type { Course, Pristine } from "./course.ts";
import type { SourceCell } from "./notebook-file.ts";
import { type Source, sourcesOf } from "./source.ts";

/** A cell the student may have written in. */
export interface OwnCell {
  readonly cell: SourceCell;
  readonly source: Source;
  /** The exercise it is marked to answer. */
  readonly answers?: string;
}

/** All but cells of today's lesson that are as they were handed out; of blank cells only those for an answer. */
export function ownCells(
  cells: readonly SourceCell[],
  course: Course,
  pristine: Pristine,
): readonly OwnCell[] {
  const lesson = new Set(pristine.cells.map(({ unit }) => unit.text.trim()));
  const kept = cells
    .filter(({ source }) => !lesson.has(source.trim()))
    .map((cell) => ({ cell, answers: markOf(cell, course) }))
    .filter(({ cell, answers }) => answers || (cell.type === "code" && cell.source.trim()));
  const sources = sourcesOf(
    kept.map(({ cell }) => ({ name: `cell ${cell.number}`, text: cell.source, cell: cell.number })),
  );
  return kept.map(({ cell, answers }, i) => ({
    cell,
    source: sources[i] as Source,
    ...(answers && { answers }),
  }));
}

/** The exercise that a cell says it answers: by our metadata, else by nbgrader's, else by a comment. */
export function markOf({ role, exercise, gradeId, source }: SourceCell, course: Course): string | undefined {
  if (role === "check" || role === "lesson") return undefined;
  const marks = [exercise, gradeId?.replace("_", "/"), markerIn(source)];
  return marks.find((mark) => course.exercises.some(({ id }) => id === mark));
}

/** `// exercise: NN-lesson/name` */
export const markerIn = (text: string): string | undefined => /^\s*\/\/\s*exercise:\s*(\S+)/m.exec(text)?.[1];
