/** @file The student's copies of the lessons, in work/. A notebook there is never written again. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

/**
 * What we remember of a lesson: the version last handed out, by its hash.
 * @typedef {Record<string, string>} HandedOut
 */

/** @param {string} root, @returns {string[]} the lessons' file names, in order */
const lessonFiles = (root) =>
  readdirSync(path.join(root, "notebooks"))
    .filter((file) => file.endsWith(".ipynb"))
    .sort();

/**
 * Copies lessons that are not in work/ yet. A lesson that has changed since it was copied is put beside the copy.
 * @param {string} root
 * @param {Date} today
 * @returns {string[]} what the student should know, in sentences
 */
export function handOutLessons(root, today) {
  const work = path.join(root, "work");
  mkdirSync(work, { recursive: true });
  /** @type {string[]} */
  const news = [];
  const handedOut = readHandedOut(root);
  for (const file of lessonFiles(root)) {
    const lesson = path.join(root, "notebooks", file);
    const copy = path.join(work, file);
    const version = hashOf(lesson);
    if (!existsSync(copy)) {
      place(lesson, copy);
    } else if (handedOut[file] !== undefined && handedOut[file] !== version) {
      const beside = freeName(
        work,
        `${path.basename(file, ".ipynb")}.new-${today.toISOString().slice(0, 10)}`,
      );
      place(lesson, path.join(work, beside));
      news.push(
        `Lesson ${file} has changed. Your notebook is as you left it; the new one is beside it: work/${beside}`,
      );
    }
    handedOut[file] = version;
    writeHandedOut(root, handedOut);
  }
  return news;
}

/**
 * @param {string} root
 * @param {string} [number] "02"; without it the notebook last worked on, else the first
 * @returns {string} a file in work/
 */
export function chooseLesson(root, number) {
  const files = lessonFiles(root);
  if (number !== undefined) {
    const found = files.find((file) => file.startsWith(`${number.padStart(2, "0")}-`));
    if (found) return found;
    throw new Problem(
      `There is no lesson ${number}; the lessons are ${files.map((file) => file.slice(0, 2)).join(", ")}.`,
    );
  }
  const handedOut = readHandedOut(root);
  const copy = (/** @type {string} */ file) => path.join(root, "work", file);
  const begun = files
    .filter((file) => hashOf(copy(file)) !== handedOut[file])
    .sort((a, b) => statSync(copy(b)).mtimeMs - statSync(copy(a)).mtimeMs);
  const chosen = begun[0] ?? files[0];
  if (chosen === undefined) throw new Problem("There are no lessons in notebooks/: get gradbook again.");
  return chosen;
}

/** Whole or not at all, and never over another file. @param {string} from, @param {string} to */
function place(from, to) {
  const half = `${to}.half`;
  copyFileSync(from, half);
  renameSync(half, to);
}

/** @param {string} folder, @param {string} name, @returns {string} a notebook's name that is not taken */
function freeName(folder, name) {
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${name}.ipynb` : `${name}-${n}.ipynb`;
    if (!existsSync(path.join(folder, file))) return file;
  }
}

/** @param {string} file */
const hashOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** @param {string} root */
const recordIn = (root) => path.join(root, ".jupyter/lessons.json");

/** @param {string} root, @returns {HandedOut} */
function readHandedOut(root) {
  try {
    return JSON.parse(readFileSync(recordIn(root), "utf8"));
  } catch {
    return {}; // no record yet, or a damaged one: the copies count as they are
  }
}

/** @param {string} root, @param {HandedOut} handedOut */
function writeHandedOut(root, handedOut) {
  const half = `${recordIn(root)}.half`;
  mkdirSync(path.dirname(half), { recursive: true });
  writeFileSync(half, `${JSON.stringify(handedOut, null, 2)}\n`);
  renameSync(half, recordIn(root));
}
