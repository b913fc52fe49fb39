/** @file The lectures' worked examples: numbers by id and key. A wrong id or key throws at once. */
import { readFileSync } from "node:fs";

interface Example {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}
const file = new URL("worked-examples.json", import.meta.url);
const { examples } = JSON.parse(readFileSync(file, "utf8")) as { examples: readonly Example[] };

/** Reads one side of an example, its inputs or its results, in the form asked for; a dot leads into a record. */
export interface Numbers {
  has(key: string): boolean;
  num(key: string): number;
  vec(key: string): number[];
  mat(key: string): number[][];
  mats(key: string): number[][][];
  text(key: string): string;
}

const isNest =
  (depth: number) =>
  (value: unknown): boolean =>
    depth === 0 ? typeof value === "number" : Array.isArray(value) && value.every(isNest(depth - 1));

function numbers(id: string, from: Readonly<Record<string, unknown>>): Numbers {
  const at = (key: string): unknown =>
    key
      .split(".")
      .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], from);
  const get = <T>(key: string, what: string, ok: (value: unknown) => boolean): T => {
    const value = at(key);
    if (!ok(value)) throw new Error(`worked-examples.json: "${id}" has no ${what} "${key}"`);
    return structuredClone(value) as T;
  };
  return {
    has: (key) => at(key) !== undefined,
    num: (key) => get(key, "number", isNest(0)),
    vec: (key) => get(key, "vector", isNest(1)),
    mat: (key) => get(key, "matrix", isNest(2)),
    mats: (key) => get(key, "list of matrices", isNest(3)),
    text: (key) => get(key, "text", (value) => typeof value === "string"),
  };
}

/** @throws {Error} if there is no such example */
export function worked(id: string): { given: Numbers; expected: Numbers } {
  const example = examples.find((e) => e.id === id);
  if (!example) throw new Error(`worked-examples.json has no "${id}"`);
  return { given: numbers(id, example.inputs), expected: numbers(id, example.expected) };
}
