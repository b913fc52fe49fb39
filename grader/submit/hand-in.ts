/** @file The one file that a student hands in: the notebook, with the student's name in its name and inside. */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../atomic.ts";
import { type Notebook, writeNotebook } from "../submissions/nbformat.ts";

/**
 * Writes `submit/02-toy-networks - Ada Lovelace.ipynb` beside the notebook. One that was made before is kept in
 * `submit/earlier`: somebody may have worked in it.
 *
 * @param text of the notebook
 * @returns the path of the new file
 */
export function handIn(notebook: string, text: string, lesson: string, student: string): string {
  const folder = path.join(path.dirname(notebook), "submit");
  const file = path.join(folder, `${lesson} - ${legalName(student)}.ipynb`);
  const parsed = JSON.parse(text) as Notebook;
  const named = writeNotebook({ ...parsed, metadata: { ...parsed.metadata, gradbook: { lesson, student } } });
  mkdirSync(folder, { recursive: true });
  if (existsSync(file) && readFileSync(file, "utf8") !== named) setAside(file);
  writeAtomically(file, named);
  return file;
}

function setAside(file: string): void {
  const folder = path.join(path.dirname(file), "earlier");
  mkdirSync(folder, { recursive: true });
  const written = statSync(file).mtime.toISOString().slice(0, 19).replaceAll(":", ".");
  renameSync(file, path.join(folder, `${path.basename(file, ".ipynb")} ${written}.ipynb`));
}

/** A name that every file system takes; letters of any language stay. */
const legalName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, "-")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .slice(0, 80) || "unnamed";
