/** @file Reads whatever student code throws, once and without trust. Runs beside that code: it imports nothing. */

export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Where in the student's source, if the engine says so. */
  readonly line?: number;
}

// Taken when this file loads, before any student's code.
const { apply } = Reflect;
const { indexOf, slice } = String.prototype;

/** Part of a text, whatever has become of String.prototype. */
export const cut = (text: string, from: number, to: number): string => apply(slice, text, [from, to]);

/** How engines word a full stack. */
const isFullStack = (name: string, message: string) =>
  (name === "InternalError" && message === "stack overflow") ||
  (name === "RangeError" && message === "Maximum call stack size exceeded");

/** The cell's name for the student's module: stack lines read "at f (student.ts:3:7)". */
export const STUDENT_FILE = "student.ts";

function lineIn(stack: string): number | undefined {
  const at: number = apply(indexOf, stack, [`${STUDENT_FILE}:`]);
  if (at < 0) return undefined;
  let line = 0;
  for (let i = at + STUDENT_FILE.length + 1; line < 1e6; i++) {
    const digit = stack[i];
    if (digit === undefined || digit < "0" || digit > "9") break;
    line = 10 * line + +digit;
  }
  return line || undefined;
}

/** One text property, read once; anything but a text is "". */
const text = (thrown: object, key: "name" | "message" | "stack", limit: number): string => {
  const value = (thrown as Record<string, unknown>)[key];
  return typeof value === "string" ? cut(value, 0, limit) : "";
};

/** Its name, message and line. A thrown value that fights being read becomes a plain sentence; this never throws. */
export function readThrown(thrown: unknown): Thrown {
  try {
    if (typeof thrown === "string") return { name: "", message: cut(thrown, 0, 500) };
    if (typeof thrown !== "object" || thrown === null)
      return { name: "", message: `threw ${thrown === null ? "null" : `a value of type ${typeof thrown}`}` };
    const [name, message] = [text(thrown, "name", 100), text(thrown, "message", 500)];
    const line = lineIn(text(thrown, "stack", 2000));
    const at = line === undefined ? {} : { line };
    if (isFullStack(name, message))
      return { name: "RangeError", message: "it calls itself too deeply", ...at };
    return { name, message, ...at };
  } catch {
    return { name: "", message: "threw a value that cannot be read" };
  }
}
