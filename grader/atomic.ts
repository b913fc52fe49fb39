/** @file Files that are either the old text or the new one, whatever interrupts the writing. */
import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

let written = 0;

/** Writes beside the file and renames: a reader, and a run after kill -9, never meets half a text. */
export function writeAtomically(file: string, text: string): void {
  const folder = path.dirname(file);
  const beside = path.join(folder, `.${process.pid}-${++written}.tmp`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const ABANDONED_MS = 1000;

/** Does a few milliseconds' work while no other process does it; a lock left by a killed process is taken over. */
export function whileLocked<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  while (!taken(lock)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    if (ageMs(lock) > ABANDONED_MS) release(lock);
  }
  try {
    return work();
  } finally {
    release(lock);
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const ageMs = (lock: string): number => {
  const found = statSync(lock, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
};

function release(lock: string): void {
  try {
    rmdirSync(lock);
  } catch {
    // another process has taken it over: fine
  }
}
