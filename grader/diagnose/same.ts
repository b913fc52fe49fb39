/** @file Nests of numbers, compared: is the answer what a mistake would give? */
import { isTag } from "../plain.ts";

export type Numbers = number | readonly Numbers[];
export const isNumbers = (value: unknown): value is Numbers =>
  typeof value === "number" || (Array.isArray(value) && value.every(isNumbers));

export const numbersIn = (nested: unknown): number[] => {
  if (typeof nested === "number") return [nested];
  return typeof nested === "object" && nested !== null ? Object.values(nested).flatMap(numbersIn) : [];
};
export const scaleOf = (nested: unknown): number =>
  numbersIn(nested).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** Is the answer what a mistake would give? To 9 digits of its largest number; keys that the mistake leaves out are free. */
export function sameAnswer(mistaken: unknown, answer: unknown, scale = scaleOf(mistaken)): boolean {
  if (typeof mistaken === "number") {
    if (!Number.isFinite(mistaken)) return isTag(answer) && answer.$ === String(mistaken);
    return typeof answer === "number" && Math.abs(mistaken - answer) <= 1e-9 * scale;
  }
  if (Array.isArray(mistaken))
    return (
      Array.isArray(answer) &&
      answer.length === mistaken.length &&
      mistaken.every((each, i) => sameAnswer(each, answer[i], scale))
    );
  if (typeof mistaken === "object" && mistaken !== null)
    return (
      typeof answer === "object" &&
      answer !== null &&
      Object.entries(mistaken).every(([key, each]) =>
        sameAnswer(each, (answer as Readonly<Record<string, unknown>>)[key], scale),
      )
    );
  return mistaken === answer;
}
