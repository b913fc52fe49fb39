/** @file Why a student's module could not be loaded, as a sentence. */
import type { Thrown } from "../thrown.ts";

export interface Refused {
  readonly message: string;
  readonly line?: number;
}

function sentence({ name, message }: Thrown): string {
  const [, missing] = /^Could not find export '(.*)' in module 'gradbook'$/.exec(message) ?? [];
  if (missing) return `"gradbook" has nothing named ${missing}`;
  if (name === "SyntaxError") return `a syntax error: ${message}`;
  return name && name !== "Error" ? `${name}: ${message}` : message;
}

export const explain = (thrown: Thrown): Refused => ({
  message: sentence(thrown),
  ...(thrown.line !== undefined && { line: thrown.line }),
});
