/** @file Errors that students and authors meet by name. */

/** Thrown by every starter: the check then says "to do" instead of "wrong". */
export class NotImplementedError extends Error {
  override readonly name = "NotImplementedError";

  /** @param what the function that is still to be written */
  constructor(what: string) {
    super(`${what} is still to be written`);
  }
}
