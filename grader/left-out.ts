/** @file For an argument with a default: where it is left out, the same must come as where the default is passed. */
import type { Part, Parts } from "./exercise.ts";
import { list, number, record, type Shape } from "./judge/shape.ts";

const numbers: Shape<unknown> = (value, name) =>
  Array.isArray(value) ? list(numbers)(value, name) : number(value, name);

/**
 * Of the answer it wants `without <argument>`: what came without the argument, and then what came with its default.
 *
 * @param value of the default, as the starter writes it
 */
export function leftOut<I, M>(holds: Parts<I, M>["holds"], argument: string, value: string): Part<I> {
  const key = `without ${argument}`;
  const says = (answer: Record<string, unknown[]>) => {
    const [without, passed] = answer[key]!.map(String);
    return (
      without === passed ||
      `without ${argument}, other numbers come than with ${argument} = ${value}, its default in the starter`
    );
  };
  return holds(record({ [key]: list(numbers) }), says, { share: 0.5 });
}
