/** @file Operands on their way to a page of the tape: one number, or a row of them. */
import { refuse } from "../errors.ts";
import { NOWHERE } from "./page.ts";
import type { Tape } from "./rules.ts";
import type { Scalar } from "./value.ts";

/**
 * The place of a number on this page, where it is brought if it is not there yet.
 *
 * @throws {TypeError} if it is neither a Value nor a number
 */
// Short, and what is rare stands elsewhere: the compiler takes an operation and all that it calls for one piece only up
// to some length. For the same reason no `instanceof`, which takes longer than the arithmetic.
export function operand(operation: string, tape: Tape, b: Scalar): number {
  if (typeof b === "number") return tape.place(b);
  return b?.placeOn ? b.placeOn(tape) : refuse(`${operation}: the operand`, b, "a Value or a number");
}

/** Where these numbers stand in a row on this page; if they do not yet, they are written on it once more. */
export function rowOf(tape: Tape, numbers: readonly Scalar[]): number {
  if (numbers.length === 0) return NOWHERE;
  const begin = operand("dot", tape, numbers[0]!);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (typeof number === "number" || !number?.standsAt?.(tape, begin + i)) return newRow(tape, numbers);
  }
  return begin;
}
function newRow(tape: Tape, numbers: readonly Scalar[]): number {
  const begin = tape.length;
  numbers.forEach((number, i) => {
    const place = operand("dot", tape, number);
    if (place < begin + i) tape.copy(place);
  });
  return begin;
}
