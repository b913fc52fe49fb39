/** @file Wrong use of the command line: one sentence says what, and the exit code is 1. */

export class UsageError extends Error {
  override readonly name = "UsageError";
}
