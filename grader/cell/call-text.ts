/** @file A spec's `call` as text: how it travels to where the student's code runs. */

type Call = (student: never, input: never, kit: never) => unknown;

/** What `call` sees: an arrow or function is an expression, `call(s) {}` only a method. */
const isExpression = (text: string) => /^(async\s*)?(\(|[\w$]+\s*=>|function\b)/.test(text);

/**
 * An expression whose value is `call`. It may use its three parameters only: any other name is unknown there.
 * Runners that keep names (tsx) wrap inner functions in `__name`, so that one name comes along.
 */
export function callText(spec: { readonly call: Call }): string {
  const text = spec.call.toString();
  return `((__name) => ${isExpression(text) ? `(${text})` : `({ ${text} }).call`})((f) => f)`;
}

/** The function back from its text, as strangers to its file see it: so a captured variable fails everywhere alike. */
export const callFrom = (text: string): ((student: unknown, input: unknown, kit: unknown) => unknown) =>
  new Function(`"use strict"; return ${text};`)();
