/** @file One found file → its text: regular files only, of limited size, in UTF-8. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { studentOf } from "./notebook-file.ts";
import { guessFromFile } from "./student-name.ts";
import type { Found, Submission, Unreadable } from "./submission.ts";

const NOTEBOOK_BYTES = 10 * 2 ** 20;
const SCRIPT_BYTES = 64 * 2 ** 10;

class ReadingError extends Error {}

export function readSubmission(found: Found): Submission | Unreadable {
  const { file } = found;
  const kind = /\.ts$/i.test(file) ? "script" : "notebook";
  const guess = found.student ?? guessFromFile(file);
  if (found.problem) return { student: guess, file, problem: found.problem };
  try {
    const text = readText(found.path, kind === "script" ? SCRIPT_BYTES : NOTEBOOK_BYTES);
    if (kind === "script") {
      const scripts = beside(found);
      const isImported = [...scripts.values()].some((code) => mentions(code, `./${path.basename(file)}`));
      return { student: guess, file, kind, text, siblings: imported(text, scripts), isImported };
    }
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

/** The scripts beside a script, by the path by which it would import them. A shared folder is other students' too. */
function beside({ path: file, ownFolder }: Found): ReadonlyMap<string, string> {
  const folder = path.dirname(file);
  const names = (ownFolder ? readdirSync(folder) : []).filter((name) => /\.ts$/i.test(name));
  const texts = new Map<string, string>();
  for (const name of names) {
    if (name === path.basename(file)) continue;
    try {
      texts.set(`./${name}`, readText(path.join(folder, name), SCRIPT_BYTES));
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error; // the import that needs it will say so
    }
  }
  return texts;
}

const mentions = (text: string, module: string) => text.includes(module.slice(0, -".ts".length));

/** What a script imports of the scripts beside it, and what those import. */
function imported(text: string, scripts: ReadonlyMap<string, string>): Record<string, string> {
  const taken: Record<string, string> = {};
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [module, code] of scripts) {
      if (module in taken || !mentions(next, module)) continue;
      taken[module] = code;
      waiting.push(code);
    }
  return taken;
}
