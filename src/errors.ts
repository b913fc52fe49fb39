/** @file Errors that students and authors meet by name. */

/** Thrown by every starter: the check then says "to do" instead of "wrong". */
export class NotImplementedError extends Error {
  override readonly name = "NotImplementedError";

  /** @param what the function that is still to be written */
  constructor(what: string) {
    super(`${what} is still to be written`);
  }
}

/** Throws for x, which stands where something else is expected. */
export function refuse(where: string, x: unknown, expected: string): never {
  throw new TypeError(`${where} is ${described(x)}; ${expected} is expected`);
}

function described(x: unknown): string {
  if (x === undefined || x === null) return `${x}`;
  if (Array.isArray(x)) return `a list of ${x.length}`;
  if (typeof x === "function") return "a function";
  if (typeof x === "object") return `an object (${x.constructor?.name ?? "Object"})`;
  return `the ${typeof x} ${typeof x === "string" ? JSON.stringify(x) : String(x)}`;
}
