/** @file The class for the terminal: a line a student. */
import width from "string-width";
import { MARKS } from "./card.ts";
import { points, total } from "./numbers.ts";
import { type ClassSummary, earned } from "./summary.ts";

export function classText({ students, exercises }: ClassSummary): string {
  const number = (title: string) => title.split(" ", 1)[0] ?? title;
  const most = exercises.map((exercise) => points(exercise.maxPoints));
  const lines = [
    ["student", "points", ...exercises.map(({ title }) => number(title))],
    ["of", points(total(exercises.map((exercise) => exercise.maxPoints))), ...most],
    ...students.map((student) => [
      student.student,
      points(earned(student)),
      ...exercises.map(({ id }) => {
        const score = student.scores.get(id);
        return score ? `${points(score.points)} ${MARKS[score.status].symbol}` : "";
      }),
    ]),
  ];
  const widths = lines[0]?.map((_, c) => Math.max(...lines.map((line) => width(line[c] ?? "")))) ?? [];
  const padded = (cell: string, c: number) => {
    const space = " ".repeat((widths[c] ?? 0) - width(cell));
    return c ? space + cell : cell + space;
  };
  const key = Object.values(MARKS).map(({ symbol, word }) => `${symbol} ${word.toLowerCase()}`);
  return [...lines.map((line) => line.map(padded).join("  ").trimEnd()), "", key.join("   ")].join("\n");
}
