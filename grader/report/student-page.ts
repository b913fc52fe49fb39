/** @file What one student reads: a page with the card of every exercise. */
import type { SubmissionResult } from "../result.ts";
import { cardOf } from "./card.ts";
import { cardHtml } from "./card-html.ts";
import { escapeHtml } from "./clean.ts";
import { pointsOf } from "./numbers.ts";
import { levelText, page } from "./page.ts";
import { earned, type StudentSummary } from "./summary.ts";

/**
 * @param maxPoints of all exercises of the class
 * @param results all that this student handed in, with what was set by hand already applied
 */
export function studentPage(
  student: StudentSummary,
  maxPoints: number,
  results: readonly SubmissionResult[],
): string {
  const sections = results.map((result) =>
    [
      `<section><h2>${escapeHtml(result.file)}</h2>`,
      `<p class="dim">${pointsOf(result.points, result.maxPoints)}</p>`,
      result.problem ? `<p><b>This file could not be read:</b> ${escapeHtml(result.problem)}</p>` : "",
      ...result.exercises.map((exercise) => `<article>${cardHtml(cardOf(exercise))}</article>`),
      "</section>",
    ].join("\n"),
  );
  const level = results.some((result) => result.level === 1) ? 1 : 2;
  return page(
    student.student,
    `<h1>${escapeHtml(student.student)}</h1>
<p><b>${pointsOf(earned(student), maxPoints)}</b></p>
${sections.join("\n")}
<footer class="dim">${levelText(level)}</footer>`,
  );
}
