/** @file What a student's notebooks remember between kernels: points so far, hints seen, the student's name. */
import { existsSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { whileLocked, writeAtomically } from "./atomic.ts";
import type { Status } from "./result.ts";

const NAME = ".gradbook.json";

/** The latest check of an exercise. */
export interface Done {
  readonly points: number;
  readonly maxPoints: number;
  readonly status: Status;
}
export interface Store {
  readonly version: 1;
  /** Asked once, by `gradbook submit`. */
  readonly student?: string;
  readonly exercises: Readonly<Record<string, Done>>;
  /** How many hints of an exercise were shown. */
  readonly hints: Readonly<Record<string, number>>;
}

/** The nearest store from `folder` upwards; where there is none yet, the one to be made in `folder`. */
export function findStore(folder = process.cwd()): string {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, NAME))) return path.join(at, NAME);
    if (at === path.dirname(at)) return path.join(path.resolve(folder), NAME);
  }
}

export function readStore(file: string): Store {
  return parse(file) ?? { version: 1, exercises: {}, hints: {} };
}

/**
 * Reads again, changes, writes: two notebooks open at once do not lose each other's points.
 * A damaged file is kept beside the new one, under a name that says so.
 */
export function updateStore(file: string, change: (store: Store) => Store): Store {
  return whileLocked(file, () => {
    const found = parse(file);
    if (!found && existsSync(file)) renameSync(file, file.replace(/json$/, `damaged-${Date.now()}.json`));
    const store = change(found ?? { version: 1, exercises: {}, hints: {} });
    writeAtomically(file, `${JSON.stringify(store, null, 2)}\n`);
    return store;
  });
}

function parse(file: string): Store | undefined {
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as Partial<Store> | null;
    if (!isRecord(found) || !isRecord(found.exercises ?? {}) || !isRecord(found.hints ?? {}))
      return undefined;
    return { ...found, version: 1, exercises: found.exercises ?? {}, hints: found.hints ?? {} };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
