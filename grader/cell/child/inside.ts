/** @file What is evaluated inside QuickJS before the student's code: the same run every time, a console, the reader. */
import { mulberry32 } from "../../../src/data/random.ts";
import { runCases, write } from "../cases.ts";
import type { makeKit } from "../kit.ts";
import { cut, readThrown } from "../thrown.ts";

const { stringify } = JSON;
const { defineProperty } = Object;
const PRINTED_LIMIT = 4096;

/** Nothing that differs between two runs: the same code and inputs give the same answer and the same fuel. */
function makeRepeatable(): void {
  Math.random = mulberry32(0x9e3779b9);
  for (const name of ["Date", "WeakRef", "FinalizationRegistry", "performance"])
    delete (globalThis as Record<string, unknown>)[name];
}

/** A deep copy of plain data: Node has this function, QuickJS has not. */
function structuredClone(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice();
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  for (const key of Object.keys(value))
    (copy as Record<string, unknown>)[key] = structuredClone((value as Record<string, unknown>)[key]);
  return copy;
}

let text = "";
/** Keeps the first 4 KB of what is printed. */
function print(...values: unknown[]): void {
  for (let i = 0; i < values.length && text.length < PRINTED_LIMIT; i++) {
    const value = values[i];
    text += `${i ? " " : ""}${typeof value === "string" || typeof value === "number" ? value : write(value)}`;
  }
  text = cut(`${text}\n`, 0, PRINTED_LIMIT);
}

function makeConsole(): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const name of ["log", "info", "warn", "error", "debug", "dir", "table", "trace", "group"])
    made[name] = print;
  for (const name of ["groupEnd", "time", "timeEnd", "timeLog", "count", "assert", "clear"])
    made[name] = () => {};
  return made;
}

makeRepeatable();
for (const [name, value] of Object.entries({ console: makeConsole(), structuredClone }))
  defineProperty(globalThis, name, { value, writable: true, configurable: true });

type Made = { readonly makeKit: typeof makeKit } | undefined;
type Call = Parameters<typeof runCases<unknown>>[1];

/** JSON of the outcome of one case, in a list of its own. `made` is undefined for a call that asks for no kit. */
export const run = (student: unknown, call: Call, made: Made, inputsJson: string): string =>
  runCases<unknown>(student, call, () => made?.makeKit(), inputsJson);
/** JSON of what was thrown. */
export const describe = (thrown: unknown): string => stringify(readThrown(thrown));
/** JSON text of what was printed. */
export const printed = (): string => stringify(text);
