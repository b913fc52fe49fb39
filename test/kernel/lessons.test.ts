/** @file Every lesson runs from top to bottom in the real kernel, as it is handed out and with the solutions filled in. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Notebook } from "../../grader/submissions/nbformat.ts";
import { ours, repository, stock } from "./kernelspec.ts";
import { redText, streamText } from "./output.ts";
import { type Fill, runNotebook, withSolutions } from "./run-notebook.ts";

const folder = path.join(repository, "notebooks");
const lessons = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));

/** @param expected the status of every exercise */
async function expectToRun(lesson: string, spec: typeof ours, fill: Fill | undefined, expected: string) {
  const notebook = JSON.parse(readFileSync(path.join(folder, lesson), "utf8")) as Notebook;
  const { codeCells, cells, statuses } = await runNotebook(notebook, spec, fill);
  const failures = cells
    .map(({ index, status, answer }) => ({
      index,
      status,
      text: redText(answer) + streamText(answer, "stderr"),
    }))
    .filter(({ status, text }) => status !== "ok" || text);
  expect(failures).toEqual([]);
  expect(cells.length).toBe(codeCells);
  const exercises = new Set(notebook.cells.flatMap(({ metadata }) => metadata.gradbook?.exercise ?? []));
  expect(statuses).toEqual(Object.fromEntries([...exercises].map((id) => [id, expected])));
}

describe.each(lessons)("%s", { timeout: 120_000 }, (lesson) => {
  it.each([
    ["our kernel", ours],
    ["stock tslab", stock],
  ])("runs as it is handed out in %s: everything is still to do", async (_, spec) => {
    await expectToRun(lesson, spec, undefined, "todo");
  });

  it.each([
    ["our kernel", ours],
    ["stock tslab", stock],
  ])("runs with the solutions in %s: everything is right", async (_, spec) => {
    await expectToRun(lesson, spec, withSolutions, "right");
  });
});
