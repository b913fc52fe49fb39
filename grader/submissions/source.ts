/** @file A text that an answer may be put together from: a cell, several joined ones, or a file. */
import type { Origin } from "./submission.ts";
import { readUnit, type Unit } from "./unit.ts";

export interface Source {
  /** "cell 5", "./helper.ts" */
  readonly name: string;
  readonly unit: Unit;
  /** Where each line stands in what was handed in; empty for what the student did not write. */
  readonly origins: readonly Origin[];
}

/** Beyond this a text is no answer, and no parser should have to read it. */
export const SOURCE_CHARACTERS = 64 * 2 ** 10;

/** @param cell the cell's number; without one the text is a file */
export function sourceOf(name: string, text: string, cell?: number): Source {
  const lines = text.split("\n").map((_, i) => ({ ...(cell !== undefined && { cell }), line: i + 1 }));
  return { name, unit: unitOf(text), origins: lines };
}

export const withoutOrigin = (name: string, text: string): Source => ({
  name,
  unit: unitOf(text),
  origins: [],
});

/** The parts of an answer that was split. */
export const joined = (parts: readonly Source[]): Source => ({
  name: parts.map(({ name }) => name).join(" and "),
  unit: unitOf(parts.map(({ unit }) => unit.text).join("\n")),
  origins: parts.flatMap(({ origins }) => origins),
});

/** As `readUnit`; what nests too deeply for the parser has a problem like any other text with a syntax error. */
function unitOf(text: string): Unit {
  const problem = (message: string): Unit => ({ ...readUnit(""), text, problem: { line: 0, message } });
  if (text.length > SOURCE_CHARACTERS) return problem("it is longer than 64 KiB");
  try {
    return readUnit(text);
  } catch (error) {
    if (error instanceof RangeError) return problem("it is nested too deeply");
    throw error;
  }
}
