/** @file Results on disk: one JSON file a submission, whole or not there. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "./atomic.ts";
import { RESULT_VERSION, type SubmissionResult } from "./result.ts";

const LONGEST_NAME = 60;

/** A file name for any text: legible, legal on every system, and never the same for two texts. */
export function fileName(text: string): string {
  const legible = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const unique = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${[...legible].slice(0, LONGEST_NAME).join("")}-${unique}`;
}

/** @param file the submission's path, relative to what is graded */
export const resultFile = (out: string, file: string): string =>
  path.join(out, "results", `${fileName(file)}.json`);

/** What was graded before; undefined if there is nothing, or nothing that this version understands. */
export function readResult(file: string): SubmissionResult | undefined {
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as Partial<SubmissionResult>;
    return found.version === RESULT_VERSION ? (found as SubmissionResult) : undefined;
  } catch {
    return undefined;
  }
}

export const writeResult = (file: string, result: SubmissionResult): void =>
  writeAtomically(file, `${JSON.stringify(result, null, 2)}\n`);
