/** @file All reports of a run, derived from the results on disk: read one by one, so that no class is held in memory. */

import { mkdirSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../atomic.ts";
import { applyOverrides, type Overrides } from "../overrides.ts";
import type { SubmissionResult } from "../result.ts";
import { fileName, readResult } from "../results.ts";
import { classPage } from "./class-page.ts";
import { csv } from "./csv.ts";
import { total } from "./numbers.ts";
import { studentPage } from "./student-page.ts";
import { type ClassSummary, summarise } from "./summary.ts";

const pageOf = (student: string): string => `students/${fileName(student)}.html`;

/**
 * Writes grades.csv, class.html and a page a student into `out`.
 *
 * @param files the result files of this run
 * @param order the exercises' ids in the order of the course
 */
export function writeReports(
  out: string,
  files: readonly string[],
  overrides: Overrides,
  order: readonly string[],
): ClassSummary {
  const { add, summary } = summarise(order);
  const filesOf = new Map<string, string[]>();
  for (const file of files) {
    const result = read(file, overrides);
    add(result);
    filesOf.set(result.student, [...(filesOf.get(result.student) ?? []), file]);
  }
  const found = summary();
  const maxPoints = total(found.exercises.map((exercise) => exercise.maxPoints));
  mkdirSync(path.join(out, "students"), { recursive: true });
  for (const student of found.students) {
    const results = (filesOf.get(student.student) ?? []).map((file) => read(file, overrides));
    writeAtomically(path.join(out, pageOf(student.student)), studentPage(student, maxPoints, results));
  }
  writeAtomically(path.join(out, "grades.csv"), csv(found));
  writeAtomically(
    path.join(out, "class.html"),
    classPage(found, (student) => encodeURI(pageOf(student))),
  );
  return found;
}

function read(file: string, overrides: Overrides): SubmissionResult {
  const result = readResult(file);
  if (!result) throw new Error(`${file} was written by this run and cannot be read`);
  return applyOverrides(result, overrides);
}
