/** @file What an instructor reads: who has which points, and what to teach again. */
import type { Status } from "../result.ts";
import { MARKS } from "./card.ts";
import { escapeHtml } from "./clean.ts";
import { count, points, pointsOf, total } from "./numbers.ts";
import { levelText, page } from "./page.ts";
import { type ClassSummary, type ExerciseSummary, earned, type Score } from "./summary.ts";

/** Mistakes that are shown at once. */
const FREQUENT = 8;

/** @param linkOf the address of a student's page, relative to this one */
export function classPage(summary: ClassSummary, linkOf: (student: string) => string): string {
  const { students, exercises } = summary;
  const maxPoints = total(exercises.map((exercise) => exercise.maxPoints));
  const mean = students.length ? total(students.map(earned)) / students.length : 0;
  const body = `<h1>Class report</h1>
<p>${count(students.length, "student")}, ${count(exercises.length, "exercise")}, on average <b>${pointsOf(mean, maxPoints)}</b>.</p>
<h2>Exercise by exercise</h2>
${distribution(summary)}
<h2>What to teach again</h2>
${mistakes(summary)}
<h2>Student by student</h2>
${grid(summary, maxPoints, linkOf)}
${problems(summary)}
<footer class="dim">${levelText(summary.level)} To change points or add a comment, write
<code>overrides.json</code> beside this page:
<code>{ "student": { "exercise": { "points": 2, "comment": "…" } } }</code>, and grade again; it is never overwritten.</footer>`;
  return page("Class report", body);
}

const numberOf = (title: string): string => title.split(" ", 1)[0] ?? title;
const heading = ({ id, title }: ExerciseSummary): string =>
  `<th title="${escapeHtml(`${title} (${id})`)}">${escapeHtml(numberOf(title))}</th>`;

function grid(
  { students, exercises }: ClassSummary,
  maxPoints: number,
  linkOf: (student: string) => string,
): string {
  const rows = students.map((student) => {
    const cells = exercises.map(({ id }) => scoreCell(student.scores.get(id)));
    const name = `<a href="${escapeHtml(linkOf(student.student))}">${escapeHtml(student.student)}</a>`;
    return `<tr><td>${name}</td><td><b>${points(earned(student))}</b></td>${cells.join("")}</tr>`;
  });
  const most = exercises.map((exercise) => `<td>${points(exercise.maxPoints)}</td>`);
  return `<div class="scroll"><table class="grid">
<tr><th>student</th><th>points</th>${exercises.map(heading).join("")}</tr>
<tr class="dim"><td>of</td><td>${points(maxPoints)}</td>${most.join("")}</tr>
${rows.join("\n")}
</table></div>`;
}

const scoreCell = (score: Score | undefined): string => {
  if (!score) return "<td></td>";
  const { symbol, word } = MARKS[score.status];
  return `<td class="is-${score.status}" title="${word}">${points(score.points)}&nbsp;${symbol}</td>`;
};

const GROUPS: readonly (readonly [css: string, word: string, statuses: readonly Status[]])[] = [
  ["right", "right", ["right"]],
  ["partly", "partly right", ["partly"]],
  ["wrong", "wrong", ["wrong", "error"]],
  ["none", "to do or not found", ["todo", "missing"]],
];

/** Of those who handed it in; who did not leaves the bar's end empty. */
function distribution({ students, exercises }: ClassSummary): string {
  const key = GROUPS.map(([css, word]) => `<span class="${css}">${word}</span>`).join("");
  const rows = exercises.map(({ id, title, maxPoints }) => {
    const scores = students.flatMap((student) => student.scores.get(id) ?? []);
    const mean = total(scores.map((score) => score.points)) / Math.max(1, scores.length);
    const bars = GROUPS.map(([css, word, statuses]) => {
      const n = scores.filter(({ status }) => statuses.includes(status)).length;
      const label = n * 20 >= students.length ? n : ""; // no room for it otherwise
      return n ? `<span class="${css}" style="flex: ${n}" title="${n} ${word}">${label}</span>` : "";
    });
    const rest = `<span style="flex: ${students.length - scores.length}"></span>`;
    return `<tr><td>${escapeHtml(title)}</td><td><div class="bar">${bars.join("")}${rest}</div></td><td>${pointsOf(mean, maxPoints)}</td></tr>`;
  });
  return `<p class="key">${key}</p><table class="grid"><tr><th>exercise</th><th style="text-align: left">students</th><th>on average</th></tr>
${rows.join("\n")}</table>`;
}

/** The named ones by how many made them, the rarer ones folded; then how many were wrong in a way without a name. */
function mistakes({ mistakes, exercises, students }: ClassSummary): string {
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const rows = mistakes.flatMap(({ exercise, mistake, says, students: n }) =>
    mistake === undefined
      ? []
      : [
          `<tr><td>${escapeHtml(titleOf(exercise))}</td><td>${n} of ${students.length}</td>` +
            `<td class="text"><code>${escapeHtml(mistake)}</code><br><span class="dim">“${escapeHtml(says)}”</span></td></tr>`,
        ],
  );
  const table = (some: readonly string[]) =>
    `<table class="grid"><tr><th>exercise</th><th>students</th><th style="text-align: left">mistake, and what they were told</th></tr>
${some.join("\n")}</table>`;
  const [often, rarer] = [rows.slice(0, FREQUENT), rows.slice(FREQUENT)];
  const unnamed = mistakes.filter(({ mistake }) => mistake === undefined);
  const list = unnamed.map(
    ({ exercise, students: n }) => `${escapeHtml(numberOf(titleOf(exercise)))} (${n})`,
  );
  return [
    often.length ? table(often) : "<p>No mistake was named.</p>",
    rarer.length
      ? `<details><summary>${count(rarer.length, "rarer mistake")}</summary>${table(rarer)}</details>`
      : "",
    list.length ? `<p class="dim">Wrong in another way, by exercise: ${list.join(", ")}.</p>` : "",
  ].join("\n");
}

function problems({ students }: ClassSummary): string {
  const found = students.flatMap((student) => student.problems);
  return found.length
    ? `<h2>Files that could not be read</h2><ul>${found.map((problem) => `<li>${escapeHtml(problem)}</li>`).join("")}</ul>`
    : "";
}
