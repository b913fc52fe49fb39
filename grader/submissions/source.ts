/** @file A text that an answer may be put together from: a cell, several joined ones, or a file. */
import type { Origin } from "./submission.ts";
import { readUnit, readUnits, type Unit } from "./unit.ts";

export interface Source {
  /** "cell 5", "./helper.ts" */
  readonly name: string;
  readonly unit: Unit;
  /** Where each line stands in what was handed in; empty for what the student did not write. */
  readonly origins: readonly Origin[];
}

/** Beyond this a text is no answer, and no parser should have to read it. */
export const SOURCE_CHARACTERS = 64 * 2 ** 10;

/** A text of the student's: a cell by its number, or else a file. */
export interface Piece {
  readonly name: string;
  readonly text: string;
  readonly cell?: number;
}

export function sourcesOf(pieces: readonly Piece[]): readonly Source[] {
  const units = unitsOf(pieces.map(({ text }) => text));
  return pieces.map(({ name, text, cell }, i) => ({
    name,
    unit: units[i] as Unit,
    origins: text.split("\n").map((_, line) => ({ ...(cell !== undefined && { cell }), line: line + 1 })),
  }));
}

export const sourceOf = (name: string, text: string): Source => sourcesOf([{ name, text }])[0] as Source;

/** Texts that the student did not write, or not here. */
export const withoutOrigins = (pieces: readonly Piece[]): readonly Source[] =>
  sourcesOf(pieces).map((source) => ({ ...source, origins: [] }));

/** The parts of an answer that was split. */
export const joined = (parts: readonly Source[]): Source => ({
  name: parts.map(({ name }) => name).join(" and "),
  unit: unitsOf([parts.map(({ unit }) => unit.text).join("\n")])[0] as Unit,
  origins: parts.flatMap(({ origins }) => origins),
});

/** As `readUnits`; what is too long or nests too deeply has a problem like any text with a syntax error. */
function unitsOf(texts: readonly string[]): readonly Unit[] {
  const fit = texts.map((text) => (text.length > SOURCE_CHARACTERS ? "" : text));
  return read(fit).map((unit, i) =>
    fit[i] === texts[i] ? unit : unread(texts[i] as string, "it is longer than 64 KiB"),
  );
}

function read(texts: readonly string[]): readonly Unit[] {
  try {
    return readUnits(texts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (texts.length === 1) return [unread(texts[0] as string, "it is nested too deeply")];
    return texts.flatMap((text) => read([text]));
  }
}

const unread = (text: string, message: string): Unit => ({
  ...readUnit(""),
  text,
  problem: { line: 0, message },
});
