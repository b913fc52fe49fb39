/**
 * @file Every operation on scalars, one entry each: the number it gives and its local slope by each operand, written on
 * the tape at once. To add an operation, add an entry here and a method of its name to Value; the tests read this table.
 *
 * An entry gets and returns places on the tape, not numbers: numbers that pass through a table of functions would each
 * be allocated on the heap, and that takes longer than the arithmetic.
 */
import type { Tape } from "./tape.ts";

export interface UnaryRule {
  readonly record: (tape: Tape, x: number) => number;
  /** Where the tests draw operands; [−2, 2] unless said. */
  readonly domain?: readonly [low: number, high: number];
}
export interface BinaryRule {
  readonly record: (tape: Tape, a: number, b: number) => number;
  readonly domain?: readonly [low: number, high: number];
}
/** A rule with the name that it is recorded under, and the name's number, which fits into a byte. */
type Named<Rule> = Rule & { readonly name: string; readonly code: number };

/** The names of all rules by their numbers; 0 is for numbers that nothing computed. */
export const opNames: string[] = [""];
function numbered<Names extends string, Rule extends object>(rules: Readonly<Record<Names, Rule>>) {
  const named = Object.entries<Rule>(rules).map(([name, rule]) => [
    name,
    { ...rule, name, code: opNames.push(name) - 1 },
  ]);
  return Object.fromEntries(named) as Readonly<Record<Names, Named<Rule>>>;
}
const unary = <Names extends string>(rules: Readonly<Record<Names, UnaryRule>>) => numbered(rules);
const binary = <Names extends string>(rules: Readonly<Record<Names, BinaryRule>>) => numbered(rules);

export const unaryRules = unary({
  // y = −x.  dy/dx = −1
  neg: { record: (tape, x) => tape.result1(-tape.values[x]!, x, -1) },
  // y = e^x.  dy/dx = y
  exp: {
    record: (tape, x) => {
      const y = Math.exp(tape.values[x]!);
      return tape.result1(y, x, y);
    },
  },
  // y = ln x, x > 0.  dy/dx = 1/x
  log: {
    record: (tape, x) => tape.result1(Math.log(tape.values[x]!), x, 1 / tape.values[x]!),
    domain: [0.1, 4],
  },
  // y = log10 x, x > 0.  dy/dx = 1/(x ln 10)
  log10: {
    record: (tape, x) => tape.result1(Math.log10(tape.values[x]!), x, 1 / (tape.values[x]! * Math.LN10)),
    domain: [0.1, 4],
  },
  // y = sin x.  dy/dx = cos x
  sin: { record: (tape, x) => tape.result1(Math.sin(tape.values[x]!), x, Math.cos(tape.values[x]!)) },
  // y = cos x.  dy/dx = −sin x
  cos: { record: (tape, x) => tape.result1(Math.cos(tape.values[x]!), x, -Math.sin(tape.values[x]!)) },
  // y = tanh x.  dy/dx = 1 − y²
  tanh: {
    record: (tape, x) => {
      const y = Math.tanh(tape.values[x]!);
      return tape.result1(y, x, 1 - y * y);
    },
  },
  // y = 1/(1 + e^−x).  dy/dx = y (1 − y); written so that nothing overflows on either side
  sigmoid: {
    record: (tape, x) => {
      const small = Math.exp(-Math.abs(tape.values[x]!));
      const y = tape.values[x]! >= 0 ? 1 / (1 + small) : small / (1 + small);
      return tape.result1(y, x, small / ((1 + small) * (1 + small)));
    },
  },
  // y = max(x, 0).  dy/dx = 1 where x > 0, else 0: the slope at 0 is 0
  relu: { record: (tape, x) => tape.result1(Math.max(tape.values[x]!, 0), x, tape.values[x]! > 0 ? 1 : 0) },
  // y = |x|.  dy/dx = the sign of x; 0 at 0
  abs: { record: (tape, x) => tape.result1(Math.abs(tape.values[x]!), x, Math.sign(tape.values[x]!)) },
});

export const binaryRules = binary({
  // y = a + b.  1 and 1
  add: { record: (tape, a, b) => tape.result2(tape.values[a]! + tape.values[b]!, a, 1, b, 1) },
  // y = a − b.  1 and −1
  sub: { record: (tape, a, b) => tape.result2(tape.values[a]! - tape.values[b]!, a, 1, b, -1) },
  // y = a·b.  b and a
  mul: {
    record: (tape, a, b) =>
      tape.result2(tape.values[a]! * tape.values[b]!, a, tape.values[b]!, b, tape.values[a]!),
  },
  // y = a/b.  1/b and −y/b
  div: {
    record: (tape, a, b) => {
      const y = tape.values[a]! / tape.values[b]!;
      return tape.result2(y, a, 1 / tape.values[b]!, b, -y / tape.values[b]!);
    },
    domain: [0.3, 3],
  },
  // y = a^b.  b·a^(b−1) and y·ln a
  pow: {
    record: (tape, i, j) => {
      const [a, b] = [tape.values[i]!, tape.values[j]!];
      const y = a ** b;
      return tape.result2(y, i, b === 0 ? 0 : b * a ** (b - 1), j, y === 0 ? 0 : y * Math.log(a));
    },
    domain: [0.3, 3],
  },
  // y = max(a, b).  1 for the larger, 0 for the other; a tie goes to a
  max: {
    record: (tape, i, j) => {
      const [a, b] = [tape.values[i]!, tape.values[j]!];
      return tape.result2(Math.max(a, b), i, a >= b ? 1 : 0, j, a >= b ? 0 : 1);
    },
  },
  // y = x where x ≥ 0, else α·x, with α the second operand.  1 or α, and 0 or x; at 0 the slope is 1
  leakyRelu: {
    record: (tape, i, j) => {
      const [x, alpha] = [tape.values[i]!, tape.values[j]!];
      return x >= 0 ? tape.result2(x, i, 1, j, 0) : tape.result2(alpha * x, i, alpha, j, x);
    },
  },
});
