/** @file A class in small: points and mistakes of every student, added up one submission at a time. */

import type { ExerciseResult, Status, SubmissionResult } from "../result.ts";
import { total } from "./numbers.ts";

/** One exercise of one student. */
export interface Score {
  readonly points: number;
  readonly maxPoints: number;
  readonly status: Status;
}
export interface StudentSummary {
  readonly student: string;
  readonly files: readonly string[];
  /** Files that could not be read, and why. */
  readonly problems: readonly string[];
  readonly scores: ReadonlyMap<string, Score>;
}
/** A mistake in an exercise, and how many students made it. No id: wrong, and no mistake was named. */
interface MistakeCount {
  readonly exercise: string;
  readonly mistake?: string;
  /** What one of them was told. */
  readonly says: string;
  readonly students: number;
}
export interface ExerciseSummary {
  readonly id: string;
  readonly title: string;
  readonly maxPoints: number;
}
export interface ClassSummary {
  readonly students: readonly StudentSummary[];
  readonly exercises: readonly ExerciseSummary[];
  /** The most frequent first. */
  readonly mistakes: readonly MistakeCount[];
  readonly level: 1 | 2;
}

interface Growing {
  readonly files: string[];
  readonly problems: string[];
  readonly scores: Map<string, Score>;
}

/**
 * Adds up results as they come; holds points and mistakes, not the results.
 *
 * @param order the exercises' ids in the order of the course
 */
export function summarise(order: readonly string[]): {
  add(result: SubmissionResult): void;
  summary(): ClassSummary;
} {
  const students = new Map<string, Growing>();
  const exercises = new Map<string, ExerciseSummary>();
  const mistakes = new Map<string, MistakeCount & { readonly by: Set<string> }>();
  let level: 1 | 2 = 2;

  const countMistake = (student: string, { id, mistake, message, status }: ExerciseResult): void => {
    if (status !== "wrong" && status !== "partly") return;
    const key = JSON.stringify([id, mistake]);
    const by = (mistakes.get(key)?.by ?? new Set()).add(student);
    mistakes.set(key, {
      exercise: id,
      ...(mistake !== undefined && { mistake }),
      says: mistake === undefined ? "" : message,
      students: by.size,
      by,
    });
  };

  return {
    add(result) {
      const known: Growing = students.get(result.student) ?? { files: [], problems: [], scores: new Map() };
      students.set(result.student, known);
      known.files.push(result.file);
      if (result.problem !== undefined) known.problems.push(`${result.file}: ${result.problem}`);
      if (result.level === 1) level = 1;
      for (const exercise of result.exercises) {
        const { id, title, points, maxPoints, status } = exercise;
        exercises.set(id, { id, title, maxPoints });
        const before = known.scores.get(id);
        if (!before || better({ points, maxPoints, status }, before))
          known.scores.set(id, { points, maxPoints, status });
        countMistake(result.student, exercise);
      }
    },
    summary: () => ({
      students: [...students]
        .map(([student, found]) => ({ student, ...found }))
        .sort((a, b) => a.student.localeCompare(b.student, "en", { numeric: true })),
      exercises: [...exercises.values()].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
      mistakes: [...mistakes.values()]
        .map(({ by: _by, ...mistake }) => mistake)
        .sort((a, b) => b.students - a.students),
      level,
    }),
  };
}

/** Two files of one student with the same exercise: the better answer counts; a found one beats a missing one. */
const better = (a: Score, b: Score): boolean =>
  a.points > b.points || (a.points === b.points && b.status === "missing");

export const earned = (student: StudentSummary): number =>
  total([...student.scores.values()].map((score) => score.points));
