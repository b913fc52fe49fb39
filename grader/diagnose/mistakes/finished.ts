/** @file What is done to finished numbers: cut off, held, without their signs, or in other places. */
import type { Family } from "../mistake.ts";
import { type Change, mistakeOf, partsOf } from "./change.ts";
import { gathered, permuted, repeated } from "./orders.ts";

const each = (id: string, say: string, f: (x: number) => number): Change => ({
  id,
  say,
  of: (numbers) => numbers.map(f),
});
/** A single value that became another is a number like any other. */
const exceptOneValue = ({ of, ...rest }: Change): Change => ({
  ...rest,
  of: (numbers, slot) => {
    const made = of(numbers, slot);
    return slot.asks.what === "value" && numbers.length === 1 && made?.[0] !== numbers[0] ? undefined : made;
  },
});
const norm = (numbers: readonly number[]) => Math.hypot(...numbers);

const cut: readonly Change[] = [
  each("integer-truncation", "cut to whole numbers: their fractions are lost", Math.trunc),
  each("integer-truncation", "rounded down to whole numbers", Math.floor),
  each("integer-truncation", "rounded to whole numbers", Math.round),
  each("wrong-on-negative", "right but for their signs: all are positive", Math.abs),
  each("wrong-on-negative", "right where positive; the negative ones are 0", (x) => Math.max(0, x)),
  each("wrong-on-negative", "right where negative; the positive ones are 0", (x) => Math.min(0, x)),
  exceptOneValue(each("thresholded", "only the signs of what they should be", Math.sign)),
  ...[0.01, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 3, 5, 10].map((most) =>
    exceptOneValue(
      each("clipped-output", `held between -${most} and ${most}: return them as they are`, (x) =>
        Math.max(-most, Math.min(most, x)),
      ),
    ),
  ),
  exceptOneValue({
    id: "clipped-output",
    say: "divided by their length: return them as they are",
    of: (numbers) => numbers.map((x) => x / norm(numbers)),
  }),
];
const orders: readonly Change[] = [...permuted, ...repeated, ...gathered].map(({ of, ...rest }) => ({
  ...rest,
  of: (numbers, { shape }) => of(numbers, shape),
}));

export const finished: Family = function* (graph) {
  const parts = partsOf(graph);
  for (const change of cut) yield mistakeOf(graph, undefined, change);
  for (const part of parts)
    for (const change of parts.length > 1 ? [...orders, ...cut] : orders)
      yield mistakeOf(graph, part, change);
};
