/** @file One found file → its text: regular files only, of limited size, in UTF-8. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { studentOf } from "./notebook-file.ts";
import { guessFromFile } from "./student-name.ts";
import type { Found, Submission, Unreadable } from "./submission.ts";

const NOTEBOOK_BYTES = 10 * 2 ** 20;
export const SCRIPT_BYTES = 64 * 2 ** 10;

class ReadingError extends Error {}

export function readSubmission(found: Found): Submission | Unreadable {
  const { file } = found;
  const kind = /\.ts$/i.test(file) ? "script" : "notebook";
  const guess = found.student ?? guessFromFile(file);
  if (found.problem) return { student: guess, file, problem: found.problem };
  try {
    const text = readText(found.path, kind === "script" ? SCRIPT_BYTES : NOTEBOOK_BYTES);
    if (kind === "script") return { student: guess, file, kind, text, siblings: siblings(found, text) };
    return { student: found.student ?? studentOf(text) ?? guess, file, kind, text };
  } catch (error) {
    if (error instanceof ReadingError) return { student: guess, file, problem: error.message };
    throw error;
  }
}

/** Opened without following links or waiting for a pipe, then looked at: nobody can swap the file in between. */
function readText(file: string, maxBytes: number): string {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let handle: number;
  try {
    handle = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ReadingError(code === "ELOOP" ? NOT_REGULAR : `the file could not be opened (${code})`);
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new ReadingError(NOT_REGULAR);
    if (found.size > maxBytes) throw new ReadingError(`the file is larger than ${inWords(maxBytes)}`);
    return decode(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

const NOT_REGULAR = "this is not a regular file but a link, a folder or a device";
const inWords = (bytes: number) => (bytes < 2 ** 20 ? `${bytes / 2 ** 10} KiB` : `${bytes / 2 ** 20} MiB`);

function decode(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); // takes a byte-order mark away
  } catch {
    throw new ReadingError("the file is not UTF-8 text");
  }
  if (!text.trim()) throw new ReadingError("the file is empty");
  return text;
}

/** The files beside a script that it imports, and that those import. A shared folder is other students' too. */
function siblings({ path: file, ownFolder }: Found, text: string): Record<string, string> {
  const folder = path.dirname(file);
  const beside = new Map(
    (ownFolder ? readdirSync(folder) : [])
      .filter((name) => /\.ts$/i.test(name) && name !== path.basename(file))
      .map((name) => [name, path.join(folder, name)]),
  );
  const read: Record<string, string> = {};
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [name, at] of beside) {
      if (!next.includes(`./${name.slice(0, -".ts".length)}`)) continue;
      beside.delete(name);
      try {
        read[`./${name}`] = readText(at, SCRIPT_BYTES);
      } catch (error) {
        if (!(error instanceof ReadingError)) throw error;
        continue; // the import that needs it will say so
      }
      waiting.push(read[`./${name}`] as string);
    }
  return read;
}
