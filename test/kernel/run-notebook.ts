/** @file Runs a notebook from top to bottom in a real kernel. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Notebook, sourceOf } from "../../grader/submissions/nbformat.ts";
import { strip } from "../../tools/notebook/strip.ts";
import { type Answer, Kernel } from "./kernel.ts";
import { type Kernelspec, repository } from "./kernelspec.ts";

interface CellRun {
  /** The cell's place in the notebook, from 0. */
  readonly index: number;
  readonly status: unknown;
  readonly answer: Answer;
}

export interface NotebookRun {
  readonly codeCells: number;
  readonly cells: readonly CellRun[];
  /** What the checks left in the student's store: the exercises' status by their ids. */
  readonly statuses: Readonly<Record<string, string>>;
}

/** The text of an answer cell: what stands in the notebook, unless it is replaced. */
export type Fill = (exercise: string, starter: string) => string;

export const withSolutions: Fill = (exercise) =>
  strip(readFileSync(path.join(repository, "solutions", `${exercise}.ts`), "utf8"));

/** Goes on after a failing cell; an empty one is left out, as JupyterLab does. */
export async function runNotebook(
  notebook: Notebook,
  spec: Kernelspec,
  fill: Fill = (_, starter) => starter,
): Promise<NotebookRun> {
  const folder = newFolder();
  const kernel = await Kernel.start(spec, folder);
  try {
    const code = notebook.cells.flatMap((cell, index) => {
      if (cell.cell_type !== "code") return [];
      const { exercise, role } = cell.metadata.gradbook ?? {};
      const source = exercise && role === "answer" ? fill(exercise, sourceOf(cell)) : sourceOf(cell);
      return source.trim() ? [{ index, source }] : [];
    });
    const cells: CellRun[] = [];
    for (const { index, source } of code) {
      const answer = await kernel.execute(source, { stopOnError: false });
      cells.push({ index, status: answer.reply["status"], answer });
      if (answer.reply["status"] !== "ok") await pause(300); // the stock kernel drops requests for 200 ms
    }
    return { codeCells: code.length, cells, statuses: readStatuses(folder) };
  } finally {
    await kernel.stop();
    rmSync(folder, { recursive: true });
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder in the repository, so that `import "gradbook"` finds the package, as in work/. */
function newFolder(): string {
  const parent = path.join(repository, ".jupyter");
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, "run-notebook-"));
}

function readStatuses(folder: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(path.join(folder, ".gradbook.json"), "utf8");
  } catch {
    return {}; // no cell checked anything
  }
  const { exercises } = JSON.parse(text) as { exercises: Record<string, { status: string }> };
  return Object.fromEntries(Object.entries(exercises).map(([id, { status }]) => [id, status]));
}
