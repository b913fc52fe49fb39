/**
 * @file Makes the sample class in test/class again: `npx tsx --conditions=source test/class-maker/make.ts [name …]`.
 * Needed when a lesson has changed; names choose students by a part of their file's name.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Cell, writeNotebook } from "../../grader/submissions/nbformat.ts";
import { filledIn, handedOut, solution } from "./lesson.ts";
import { executed } from "./save.ts";
import { type Student, students } from "./students.ts";

const folder = path.resolve(import.meta.dirname, "../class");

/** Everything for the picture-loving student; else the imports, the answers and their checks, and the student's own cells. */
function runs(student: Student, cells: readonly Cell[]): (cell: Cell) => boolean {
  const imports = cells.find(
    (cell) => cell.cell_type === "code" && cell.metadata.gradbook?.role === "lesson",
  );
  return (cell) => {
    const { role, exercise } = cell.metadata.gradbook ?? {};
    if (role === "check" && student.skips && exercise?.endsWith(`/${student.skips}`)) return false;
    return student.runsAll === true || cell === imports || (role !== "lesson" && role !== "free");
  };
}

async function textOf(student: Student): Promise<string> {
  const { lesson, answers = {}, edit = same, editAfter = same, rewrite = same } = student;
  const notebook = answers === "none" ? handedOut(lesson) : filledIn(lesson, answers);
  const cells = edit(notebook.cells);
  const done = editAfter(await executed(cells, runs(student, cells)));
  return rewrite(writeNotebook({ ...notebook, cells: done }));
}
const same = <T>(value: T): T => value;

/** What is no notebook of a lesson. */
const others: Readonly<Record<string, () => string>> = {
  "Kim.ipynb": () => {
    const { metadata, ...rest } = handedOut("01-slopes");
    const { gradbook: _gradbook, ...kernel } = metadata;
    const cell: Cell = {
      cell_type: "code",
      execution_count: null,
      id: "6e2b7f90",
      metadata: {},
      outputs: [],
      source: "",
    };
    return writeNotebook({ ...rest, metadata: kernel, cells: [cell] });
  },
  "Liam.ipynb": () => writeNotebook(handedOut("02-toy-networks")).slice(0, 5000),
  "Mona/toy-forward.ts": () =>
    `import type { Act3, ToyCache, ToyParams, Vec } from "gradbook";\nimport { squared } from "./helper.ts";\n\nexport ${solution(
      "02-toy-networks/toy-forward",
    ).replace("(f[3] - y) ** 2", "squared(f[3] - y)")}\n`,
  "Mona/chain-derivative.ts": () =>
    `import type { Fn1, Vec } from "gradbook";\n\nexport ${solution("02-toy-networks/chain-derivative")}\n`,
  "Mona/helper.ts": () => "export const squared = (r: number): number => r * r;\n",
};

const wanted = process.argv.slice(2);
const isWanted = (file: string) => !wanted.length || wanted.some((name) => file.includes(name));
function save(file: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  console.log(`${file}: ${Math.round(text.length / 1024)} KiB`);
}
for (const [file, text] of Object.entries(others)) if (isWanted(file)) save(file, text());
for (const student of students) if (isWanted(student.file)) save(student.file, await textOf(student));
