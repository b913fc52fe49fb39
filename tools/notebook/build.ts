/** @file From a lesson's name to the bytes of its notebook, or to what keeps it from being built. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { writeNotebook } from "../../grader/submissions/nbformat.ts";
import { FenceError } from "./blocks.ts";
import type { Problem } from "./code.ts";
import { readLesson, root } from "./lesson.ts";
import { lint } from "./lint.ts";
import { buildNotebook } from "./notebook.ts";

export type Built = { readonly text: string } | { readonly problems: readonly Problem[] };

export async function build(slug: string): Promise<Built> {
  try {
    const lesson = await readLesson(slug);
    const problems = lint(lesson);
    return problems.length ? { problems } : { text: writeNotebook(buildNotebook(lesson)) };
  } catch (error) {
    const line = error instanceof FenceError ? error.line : 1;
    return { problems: [{ file: `notebooks/${slug}.md`, line, message: (error as Error).message }] };
  }
}

export const notebookPath = (slug: string) => path.join(root, "notebooks", `${slug}.ipynb`);

/** Whether the committed notebook is what its lesson gives today. */
export function isFresh(slug: string, text: string): boolean {
  try {
    return readFileSync(notebookPath(slug), "utf8") === text;
  } catch {
    return false;
  }
}
