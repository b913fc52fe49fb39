/** @file A small course of one lesson, notebooks handed in for it, and a look at what an extracted answer does. */
import { transform } from "sucrase";
import type { Course, CourseExercise } from "../../grader/submissions/course.ts";
import { pristineOf } from "../../grader/submissions/course.ts";
import { extract } from "../../grader/submissions/extract.ts";
import { type Cell, type Notebook, writeNotebook } from "../../grader/submissions/nbformat.ts";
import type { Answer, Submission } from "../../grader/submissions/submission.ts";
import { blocksOf } from "../../tools/notebook/blocks.ts";
import { buildNotebook } from "../../tools/notebook/notebook.ts";

const exercise = (name: string, title: string, exports = [name]): CourseExercise => ({
  id: `00-fixture/${name}`,
  lesson: "00-fixture",
  title,
  exports,
});
const exercises = [
  exercise("half", "0.1 Half"),
  exercise("quarter", "0.2 Quarter"),
  exercise("pair", "0.3 Pair", ["up", "down"]),
];

const starter = (names: readonly string[]) =>
  `import { NotImplementedError } from "gradbook";\n\n${names
    .map(
      (name) =>
        `/** To do. */\nexport function ${name}(x: number): number {\n  throw new NotImplementedError("${name}");\n}\n`,
    )
    .join("\n")}`;

const lesson = buildNotebook({
  slug: "00-fixture",
  blocks: blocksOf(`# Halves

\`\`\`ts
import { NotImplementedError, type Vec } from "gradbook";
import { show } from "gradbook/plot";
import { check } from "gradbook/check";
\`\`\`

\`\`\`ts
const two = 2;
const powers: number[] = [];
for (let i = 0; i < 4; i++) powers.push(two ** i);
show(powers, "powers of two");
\`\`\`

\`\`\`ts editable
const guess = 7;
\`\`\`

${exercises.map(({ id }) => `\`\`\`exercise\n${id}\n\`\`\`\n`).join("\n")}`),
  exercises: new Map(
    exercises.map(({ id, exports }) => [id, { id, starter: starter(exports), points: 1, exports }]),
  ),
});

const course: Course = { exercises, pristine: () => pristineOf(writeNotebook(lesson)) };

export const code = (source: string, metadata = {}): Cell => ({
  cell_type: "code",
  metadata,
  source,
  outputs: [],
  execution_count: 1,
});

/** The lesson with answers filled in by exercise name; `edit` then does what students do to cells. */
export function notebook(
  answers: Readonly<Record<string, string>> = {},
  edit: (cells: Cell[]) => Cell[] = (cells) => cells,
): Notebook {
  const filled = lesson.cells.map((cell) => {
    const { role, exercise: id = "" } = cell.metadata.gradbook ?? {};
    const answer = role === "answer" ? answers[id.slice("00-fixture/".length)] : undefined;
    return answer === undefined ? cell : { ...cell, source: answer };
  });
  return { ...lesson, cells: edit(filled) };
}

/** The index of the answer cell of an exercise. */
export const at = (cells: readonly Cell[], name: string) =>
  cells.findIndex(
    ({ metadata: { gradbook } }) => gradbook?.role === "answer" && gradbook.exercise === `00-fixture/${name}`,
  );

export const handIn = (text: string, rest: Partial<Submission> = {}): Submission => ({
  student: "ada",
  file: "ada.ipynb",
  kind: "notebook",
  text,
  ...rest,
});

export function answersOf(handedIn: Notebook | Submission): Record<string, Answer> {
  const submission = "cells" in handedIn ? handIn(writeNotebook(handedIn)) : handedIn;
  const extraction = extract(submission, course);
  if ("problem" in extraction) throw new Error(extraction.problem);
  return Object.fromEntries(
    extraction.answers.map((answer) => [answer.exercise.slice("00-fixture/".length), answer]),
  );
}

/** What an extracted module exports. The answers here are the tests' own, so they may run. */
export function exportsOf(answer: Answer | undefined): Record<string, (x: number) => unknown> {
  if (!answer || !("source" in answer)) throw new Error(JSON.stringify(answer));
  const { code } = transform(answer.source, { transforms: ["typescript", "imports"] });
  const exports = {};
  class NotImplementedError extends Error {}
  const require = (module: string) => {
    if (module !== "gradbook") throw new Error(`${module} is not for answers`);
    return { NotImplementedError };
  };
  new Function("exports", "require", code)(exports, require);
  return exports;
}
