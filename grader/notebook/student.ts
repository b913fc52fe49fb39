/** @file What a check cell was given, under the names that the exercise asks for. */
import type { Entry } from "../catalogue.ts";

/** The student's code under the names that were asked for; or a sentence about what is not there. */
export function studentOf({ spec }: Entry, answer: unknown): Readonly<Record<string, unknown>> | string {
  const names: readonly string[] = spec.exports;
  const [only, ...more] = names;
  const given: Readonly<Record<string, unknown>> =
    typeof answer === "object" && answer !== null
      ? (answer as Record<string, unknown>)
      : only !== undefined && more.length === 0
        ? { [only]: answer }
        : {};
  const absent = names.filter((name) => given[name] === undefined);
  const extra = Object.keys(given).filter((name) => !names.includes(name));
  if (absent.length) {
    const instead = extra.length ? ` (${extra.join(", ")} is not asked for here)` : "";
    return `${absent.join(" and ")} ${absent.length > 1 ? "are" : "is"} not there yet${instead}; run the cell above first, then this one again.`;
  }
  const odd = names.find((name) => !isCode(given[name]));
  if (odd) return `${odd} is ${kindOf(given[odd])}; a function is expected.`;
  return given;
}

/** A function, a class, or functions by name. */
const isCode = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return typeof value === "function";
  const members = Object.values(value);
  return members.length > 0 && members.every((member) => typeof member === "function");
};
const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? "an array"
    : value === null
      ? "null"
      : `${/^[aeiou]/.test(typeof value) ? "an" : "a"} ${typeof value}`;
