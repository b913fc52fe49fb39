/** @file The gradebook as CSV: one line a student, one column an exercise. */

import { stringify } from "csv-stringify/sync";
import { total } from "./numbers.ts";
import type { ClassSummary } from "./summary.ts";
import { earned } from "./summary.ts";

/** Names that a spreadsheet would take for a formula are escaped; an exercise without an answer is left empty. */
export function csv({ students, exercises }: ClassSummary): string {
  const maxPoints = total(exercises.map((exercise) => exercise.maxPoints));
  const rows = students.map((student) => [
    student.student,
    student.files.join("; "),
    earned(student),
    maxPoints,
    ...exercises.map(({ id }) => {
      const score = student.scores.get(id);
      return score && score.status !== "missing" ? Math.round(score.points * 1e6) / 1e6 : "";
    }),
  ]);
  const header = ["student", "files", "points", "maxPoints", ...exercises.map(({ id }) => id)];
  return stringify([header, ...rows], { escape_formulas: true, record_delimiter: "\r\n" });
}
