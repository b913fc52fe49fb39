/** @file What a result depends on, as short hashes: when one changes, the submission is graded again. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { courseFolder } from "./course.ts";
import type { Submission } from "./submissions/submission.ts";

const hash = (...texts: readonly string[]): string => {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(`${Buffer.byteLength(text)}:`).update(text);
  return sum.digest("hex").slice(0, 32);
};

export const submissionHash = ({ student, kind, text, siblings }: Submission): string =>
  hash(student, kind, text, JSON.stringify(siblings ?? {}));

/** The grader's own code with all specs, the lessons as handed out, and the secret that picks the inputs. */
export const specHash = (secret: string): string =>
  hash(
    secret,
    ...textsIn(import.meta.dirname, /(?<!\.d)\.(ts|js|json)$/),
    ...textsIn(path.join(courseFolder, "notebooks"), /\.ipynb$/),
  );

const textsIn = (folder: string, files: RegExp): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [])
    .filter((file) => files.test(file) && !file.includes(".ipynb_checkpoints"))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
