/** @file A small class of .ts answers in a temporary folder, and grading it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Grading, grade } from "../../grader/grade.ts";
import type { SubmissionResult } from "../../grader/result.ts";

const root = path.join(import.meta.dirname, "../..");
const LESSON = "02-toy-networks";

/** A folder that goes with the test that asked for it. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "gradbook-grade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
export const solution = (name: string): string =>
  readFileSync(path.join(root, "solutions", LESSON, `${name}.ts`), "utf8");

/** A folder a student, with the files of each. */
export function classOf(students: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const folder = temporary();
  for (const [student, files] of Object.entries(students)) {
    mkdirSync(path.join(folder, student));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, student, name), text);
  }
  return folder;
}
/** One student with every solution of lesson 02. */
export function addSolved(folder: string, student: string): void {
  cpSync(path.join(root, "solutions", LESSON), path.join(folder, student), { recursive: true });
}

/** Grades, and hands back every result by its file. */
export async function graded(
  folder: string,
  out = temporary(),
  options: Partial<Grading> = {},
): Promise<{ out: string; results: Map<string, SubmissionResult> }> {
  const results = new Map<string, SubmissionResult>();
  await grade(folder, { out, ...options, onResult: (result) => results.set(result.file, result) });
  return { out, results };
}

/** The results on disk with the times they were written. */
export const written = (out: string): string[] => readdirSync(path.join(out, "results")).sort();
