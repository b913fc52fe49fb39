/** @file What notebooks remember is never lost: not by a kill, not by a second notebook, not by a damaged file. */
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findStore, readStore, type Store, updateStore } from "../../grader/store.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gradbook-store-"));
  file = findStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));
const done = (points: number) => ({ points, maxPoints: 3, status: "partly" }) as const;
const withPoints = (id: string, points: number) => (store: Store) => ({
  ...store,
  exercises: { ...store.exercises, [id]: done(points) },
});

describe("findStore(folder)", () => {
  it("names a new store in the folder itself", () => {
    expect(file).toBe(path.join(folder, ".gradbook.json"));
  });
  it("finds the store of a folder above", () => {
    updateStore(file, withPoints("a", 1));
    const below = path.join(folder, "02", "more");
    mkdirSync(below, { recursive: true });
    expect(findStore(below)).toBe(file);
  });
});

describe("updateStore(file, change)", () => {
  it("keeps what it does not know", () => {
    writeFileSync(
      file,
      JSON.stringify({ version: 1, student: "Ada", later: { version: 2 }, exercises: { a: done(1) } }),
    );
    updateStore(file, withPoints("b", 2));
    expect(readStore(file)).toMatchObject({
      student: "Ada",
      later: { version: 2 },
      exercises: { a: done(1), b: done(2) },
    });
  });
  it.each(["", "{", "null", "[]", '{"exercises":7}', "\u0000"])("keeps a damaged file aside: %j", (text) => {
    writeFileSync(file, text);
    expect(readStore(file).exercises).toEqual({});
    updateStore(file, withPoints("a", 1));
    expect(readStore(file).exercises).toEqual({ a: done(1) });
    const [aside, ...more] = readdirSync(folder).filter((name) => name.includes("damaged"));
    expect(more).toEqual([]);
    expect(readFileSync(path.join(folder, aside as string), "utf8")).toBe(text);
  });
  it("loses nothing when two notebooks write at the same time", async () => {
    const module = path.join(import.meta.dirname, "../../grader/store.ts");
    const writer = (name: string) => `
      import { updateStore } from ${JSON.stringify(module)};
      for (let i = 0; i < 40; i++)
        updateStore(${JSON.stringify(file)}, (store) => ({
          ...store, exercises: { ...store.exercises, [${JSON.stringify(name)} + i]: { points: i, maxPoints: 40, status: "partly" } },
        }));`;
    const run = (name: string) =>
      promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", writer(name)]);
    await Promise.all([run("a"), run("b")]);
    expect(Object.keys(readStore(file).exercises)).toHaveLength(80);
    expect(readdirSync(folder)).toEqual([".gradbook.json"]);
  });
  it("takes over a lock that a killed kernel left behind", () => {
    mkdirSync(`${file}.lock`);
    utimesSync(`${file}.lock`, 1, 1);
    updateStore(file, withPoints("a", 1));
    expect(readStore(file).exercises).toEqual({ a: done(1) });
  });
});
