import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { grade } from "../grader/grade.ts";
import { MARKS } from "../grader/report/card.ts";
import { points } from "../grader/report/numbers.ts";
import type { ExerciseResult, SubmissionResult } from "../grader/result.ts";

/** Notebooks as JupyterLab saved them, and other files that students hand in: made by test/class-maker. */
const folder = path.join(import.meta.dirname, "class");

async function graded(target: string): Promise<readonly SubmissionResult[]> {
  const out = mkdtempSync(path.join(tmpdir(), "gradbook-class-"));
  const results: SubmissionResult[] = [];
  await grade(target, { out, onResult: (result) => results.push(result) });
  rmSync(out, { recursive: true });
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A right answer needs no words here. */
const exerciseText = ({ id, status, message, warnings, ...score }: ExerciseResult) =>
  [
    `  ${MARKS[status].symbol} ${points(score.points)} ${id.split("/")[1]}${status === "right" ? "" : `: ${message}`}`,
    ...warnings.map((warning) => `      note: ${warning}`),
  ].join("\n");
const text = ({ student, file, problem, exercises, ...score }: SubmissionResult) =>
  [
    `${student}: ${points(score.points)} of ${points(score.maxPoints)} (${file})`,
    ...(problem === undefined ? exercises.map(exerciseText) : [`  ${problem}`]),
  ].join("\n");

describe("the sample class", { timeout: 300_000 }, () => {
  let results: readonly SubmissionResult[];
  beforeAll(async () => {
    vi.stubEnv("GRADBOOK_SECRET", "the sample class"); // the same inputs in every run
    results = await graded(folder);
  }, 300_000);
  afterAll(() => vi.unstubAllEnvs());

  it("gets the points and the sentences that were judged by hand", async () => {
    await expect(`${results.map(text).join("\n\n")}\n`).toMatchFileSnapshot("class.expected.txt");
  });

  it.each(["02-toy-networks - Gita.ipynb", "02-toy-networks - Igor.ipynb", "Mona"])(
    "does not disturb each other: %s alone gets the same",
    async (name) => {
      const alone = await graded(path.join(folder, name));
      const inClass = results.filter(({ file }) => file.startsWith(name));
      const scores = (all: readonly SubmissionResult[]) =>
        all.flatMap(({ exercises }) =>
          exercises.map(({ id, points, status, mistake }) => ({ id, points, status, mistake })),
        );
      expect(scores(alone)).toEqual(scores(inClass));
    },
  );
});
