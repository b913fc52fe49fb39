/** @file docs/coverage.md: a table for each lesson, then what is only mentioned, the worked examples and the misprints. */
import path from "node:path";
import type { Course, CourseExercise } from "./course.ts";
import type { Inventory, Places, Row } from "./inventory.ts";

const decks = [
  ["P", "CIS 7000"],
  ["C", "CS 434"],
  ["D", "DS 542"],
  ["M", "MIT"],
  ["F", "INF721"],
] as const;

export function coveragePage({ rows, errata }: Inventory, course: Course): string {
  const ofRow = (id: string) => course.exercises.filter(({ sources }) => sources.includes(id));
  const mentioned = rows.filter(({ taught }) => !taught);
  const lessons = [...course.sections.keys()].map((lesson) => {
    const title = course.sections.get(lesson)?.keys().next().value ?? lesson;
    const here = rows.flatMap((row) => (row.taught?.[lesson] ? [lineOf(row, lesson, ofRow(row.id))] : []));
    return section(title, ["row", "slides and what they hold", "section", "exercise", "test"], here);
  });
  const printed = errata.map(({ id, handled, slips = [] }) => {
    const { slide, printed, correct } = course.misprints.get(id) ?? { slide: "", printed: "", correct: "" };
    const files = slips.map((slip) => `[${path.basename(slip)}](../test/slips/${slip}.ts)`).join(", ");
    return [id, `**${plain(slide)}**: ${plain(printed)}`, plain(correct), linksOf(handled), files];
  });
  const checked = [...course.examples].map(([id, { exercises, files }]) => {
    const tests = files.map((file) => `[${file}](../test/${file})`).join(", ");
    return [`\`${id}\``, exercises.join(", "), tests];
  });
  return [
    "# Where the course has what the lectures hold",
    `Written by \`npm run coverage\` from docs/inventory.json; do not edit. ${rows.length - mentioned.length} of ${rows.length} rows are taught, ${mentioned.length} only mentioned; ${course.exercises.length} exercises draw on them; ${course.examples.size} worked examples put them into numbers; ${errata.length} misprints and clashes of notation are handled.`,
    `A row begins with its deck: ${decks.map(([letter, deck]) => `${letter} ${deck}`).join(", ")}. Exercises are those whose spec names the row as its source; \`npx gradbook verify\` tests each. A test fails when a row, a misprint or an example has no home, and when a home loses the words that were found there.`,
    ...lessons,
    section(
      "Only mentioned",
      ["row", "slides and what they hold", "why"],
      mentioned.map((row) => [row.id, heldBy(row), row.onlyMentioned ?? ""]),
    ),
    section("Worked examples", ["id", "checked by exercise", "named in test/"], checked),
    section(
      "Misprints and clashes of notation",
      ["id", "printed", "right", "section", "refused answers"],
      printed,
    ),
  ].join("\n\n");
}

function lineOf(row: Row, lesson: string, exercises: readonly CourseExercise[]): string[] {
  const numbers = exercises.map(({ id, number }) => `[${number}](../exercises/${id}.ts)`).join(", ");
  const tests =
    row.examples?.map((id) => `\`${id}\``).join(", ") ?? (exercises.length ? "verify" : "its words");
  return [row.id, heldBy(row), linksOf({ [lesson]: row.taught?.[lesson] ?? {} }), numbers, tests];
}

const heldBy = ({ slides, content }: Row) => `**${plain(slides)}**: ${plain(content)}`;

const linksOf = (places: Places) =>
  Object.entries(places)
    .flatMap(([lesson, headings]) =>
      Object.keys(headings).map(
        (heading) => `[${wordsOf(lesson, heading)}](../notebooks/${lesson}.md#${anchor(heading)})`,
      ),
    )
    .join(", ");

/** "3 § 2": lesson 3, section 2. */
function wordsOf(lesson: string, heading: string): string {
  const number = /^\d+(?=\. )/.exec(heading)?.[0];
  const part = heading.startsWith("Lesson ") ? "opening" : heading.toLowerCase();
  return `${Number.parseInt(lesson, 10)} ${number ? `§ ${number}` : part}`;
}

/** As GitHub names a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/** Markdown that shows a text as it is. */
const plain = (text: string) => text.replaceAll("\\|", "|").replace(/[|*_<>[\]]/g, "\\$&");

const section = (title: string, columns: readonly string[], lines: readonly (readonly string[])[]) =>
  [`## ${title}`, "", columns, columns.map(() => "---"), ...lines]
    .map((line) => (typeof line === "string" ? line : `| ${line.join(" | ")} |`))
    .join("\n");
