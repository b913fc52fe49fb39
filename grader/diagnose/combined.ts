/** @file Two mistakes at once, where they meet before the first wrong gradient: one and a constant factor, or two of the usual ones. */
import type { Answer, Departure, Graph } from "./graph.ts";
import type { Mistake } from "./mistake.ts";
import { countsIn } from "./mistakes/ratios.ts";

/** What the numbers are multiplied by besides. */
export interface Factor {
  readonly say: string;
  /** Of this graph: a number of examples is another in every case. */
  readonly in: (graph: Graph) => number | undefined;
}
const constant = (c: number, say: string): Factor => ({ say, in: () => c });
const count = (power: 1 | -1, by: number, say: string): Factor => ({
  say,
  in: (graph) => {
    const n = countsIn(graph)[0]?.n;
    return n === undefined ? undefined : by * n ** power;
  },
});
export const factors: readonly Factor[] = [
  constant(-1, "the sign is the opposite"),
  constant(2, "the numbers are twice as large"),
  constant(0.5, "the numbers are half as large"),
  count(1, 1, "the division by the number of examples is missing"),
  count(-1, 1, "the numbers are divided by the number of examples"),
  constant(-2, "the numbers are twice as large, with the opposite sign"),
  constant(-0.5, "the numbers are half as large, with the opposite sign"),
  constant(4, "the numbers are four times as large"),
  constant(0.25, "the numbers are a quarter"),
  count(1, 0.5, "the factor 2 and the division by the number of examples are missing"),
  count(1, 2, "the numbers are too large by twice the number of examples"),
  count(-1, 2, "the numbers are divided by half the number of examples"),
  count(-1, 0.5, "the numbers are divided by twice the number of examples"),
  count(1, -1, "the division by the number of examples is missing, and the sign is the opposite"),
  constant(Math.LN10, "the numbers are too large by ln 10"),
  constant(1 / Math.LN10, "the numbers are too small by ln 10"),
];

/** The one number by which an answer must be multiplied to give the other; undefined if there is none. */
export function ratioOf(given: readonly number[], answer: readonly number[]): number | undefined {
  let [both, own] = [0, 0];
  for (const [k, x] of answer.entries()) {
    both += x * given[k]!;
    own += x * x;
  }
  const ratio = both / own;
  const fits = answer.every((x, k) => Math.abs(ratio * x - given[k]!) <= 1e-7 * Math.abs(ratio * x) + 1e-12);
  return Number.isFinite(ratio) && fits ? ratio : undefined;
}
/** What a mistake changes, times a constant. */
export const scaled = ({ right }: Graph, answer: Answer, by: number): Answer =>
  answer.map((slot, s) => {
    const changed = slot.some((x, k) => Math.abs(x - right[s]![k]!) > 1e-9 * Math.abs(right[s]![k]!));
    return changed ? slot.map((x) => by * x) : slot;
  });

/** Those that many make, alone or beside another. */
const USUAL: ReadonlySet<string> = new Set([
  "missing-act-deriv",
  "extra-act-deriv",
  "act-deriv-at-output",
  "act-deriv-at-input",
  "missing-factor",
  "missing-path",
  "missing-inner-deriv",
  "missing-loss-deriv",
  "missing-one-hot",
  "sign-partial",
  "factor-2",
  "sum-vs-mean",
  "swapped-mul",
]);
export const isUsual = ({ id, departs }: Mistake): boolean => departs !== undefined && USUAL.has(id);

/** Both at once; at the same op the first one is made. */
export const both = (a: Departure, b: Departure): Departure => ({
  handOn: (node, g) => {
    const handed = a.handOn?.(node, g) ?? g;
    return b.handOn?.(node, handed) ?? handed;
  },
  piece: (node, i, g, byRule) => a.piece?.(node, i, g, byRule) ?? b.piece?.(node, i, g, byRule),
});
