/** @file Student text is data: nothing of it may steer a terminal, a page or a spreadsheet. */

const LONGEST_BYTES = 2048;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this file is about
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g;
const SPACES = /[\s\u0085]+/g;
const CONTROLS = /\p{Cc}/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATES = /\p{Cs}/gu;

/** One line of at most 2 KB, without control characters, terminal escapes, bidirectional overrides, lone surrogates. */
export function clean(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_BYTES)
    .replace(ANSI, "")
    .replace(SPACES, " ")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .replace(LONE_SURROGATES, "\ufffd")
    .trim();
  const { read } = new TextEncoder().encodeInto(line, new Uint8Array(LONGEST_BYTES));
  return read < line.length || text.length > 4 * LONGEST_BYTES ? `${line.slice(0, read)} …` : line;
}

/** Every text of a plain value cleaned, keys apart. */
export function cleanAll<T>(value: T): T {
  const walk = (v: unknown): unknown => {
    if (typeof v === "string") return clean(v);
    if (Array.isArray(v)) return v.map(walk);
    if (typeof v === "object" && v !== null)
      return Object.fromEntries(Object.entries(v).map(([k, w]) => [k, walk(w)]));
    return v;
  };
  return walk(value) as T;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text as HTML, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
