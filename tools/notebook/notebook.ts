/** @file A lesson → the notebook that students open. Deterministic: the same lesson, the same bytes. */
import type { Cell, CellMetadata, Notebook } from "../../grader/submissions/nbformat.ts";
import type { Block } from "./blocks.ts";
import { idMaker, slugOf } from "./ids.ts";
import type { Lesson, LessonExercise } from "./lesson.ts";
import { nbgraderMetadata } from "./nbgrader.ts";
import { strip } from "./strip.ts";

/** What the kernel reports about itself. If one word differs, JupyterLab calls a notebook modified once it is opened. */
const kernel = {
  kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/typescript",
    name: "typescript",
    version: "3.7.2",
  },
};

/** @throws {Error} if the lesson does not pass the lint (a fence names an exercise that is not there) */
export function buildNotebook(lesson: Lesson): Notebook {
  const newId = idMaker();
  let section = lesson.slug;
  const cells = lesson.blocks.flatMap((block): Cell[] => {
    if (block.kind === "exercise") return exerciseCells(lesson, block, newId);
    const heading = /^#{1,3} (.*)/.exec(block.kind === "prose" ? block.text : "")?.[1];
    section = (heading && slugOf(heading)) || section;
    return [lessonCell(lesson, block, newId(section))];
  });
  return {
    cells,
    metadata: { ...kernel, gradbook: { lesson: lesson.slug } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function lessonCell(lesson: Lesson, { kind, text }: Block, id: string): Cell {
  const cellType = kind === "prose" ? "markdown" : "code";
  if (kind === "free") return cell(cellType, id, text, { gradbook: { role: "free" } });
  return cell(cellType, id, text, {
    ...locked,
    gradbook: { role: "lesson" },
    nbgrader: nbgraderMetadata({ source: text, cellType, gradeId: `${lesson.slug}_${id}`, as: "locked" }),
  });
}

function exerciseCells(lesson: Lesson, block: Block, newId: (wanted: string) => string): Cell[] {
  const exercise = lesson.exercises.get(block.text);
  if (!exercise) throw new Error(`line ${block.line}: there is no exercise "${block.text}"`);
  const { id, starter, points } = exercise;
  const name = id.slice(id.indexOf("/") + 1);
  const gradeId = id.replace("/", "_");
  const answer = strip(starter);
  const check = checkCall(exercise);
  return [
    cell("code", newId(`answer-${name}`), answer, {
      deletable: false,
      gradbook: { exercise: id, role: "answer" },
      nbgrader: nbgraderMetadata({ source: answer, cellType: "code", gradeId, as: "answer" }),
    }),
    cell("code", newId(`check-${name}`), check, {
      ...locked,
      gradbook: { exercise: id, role: "check" },
      nbgrader: nbgraderMetadata({
        source: check,
        cellType: "code",
        gradeId: `${gradeId}_check`,
        as: "check",
        points,
      }),
    }),
  ];
}

/** Written `{ a: a }`: the stock kernel loses a name of an earlier cell in `{ a }`. An object of functions needs its name. */
function checkCall({ id, exports, starter }: LessonExercise): string {
  const [only, ...more] = exports;
  const named = more.length > 0 || /^export const /m.test(starter);
  const answer = named ? `{ ${exports.map((name) => `${name}: ${name}`).join(", ")} }` : only;
  return `check("${id}", ${answer});`;
}

const locked = { deletable: false, editable: false };

const cell = (cellType: "code" | "markdown", id: string, source: string, metadata: CellMetadata): Cell => ({
  cell_type: cellType,
  id,
  metadata,
  source,
  ...(cellType === "code" && { execution_count: null, outputs: [] }),
});
