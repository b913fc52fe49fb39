/** @file 10.3 Random programs on your engine. */
import { type Instr, NotImplementedError, type Vec } from "gradbook";
import type { ValueOps } from "./value-ops.ts";

/**
 * Exercise 10.3 · 4 points · about 15 minutes
 *
 * Run a program on your engine. Slots 0 … n-1 hold the n inputs, as leaves. Each instruction puts its result into the
 * next slot; its operands, here written a and b, are what the slots `a` and `b` hold:
 *
 *   add a+b · sub a-b · mul tanh(a)·b · div a/(b²+1) · max max(a, b) · tanh · sin · cos · sigmoid · relu · abs
 *   log ln(a²+1) · log10 log10(a²+1) · exp exp(tanh a) · pow2 tanh(a)²
 *
 * y is the sum of cos(k+1)·v over the instructions k = 0, 1, …, where v is the result of instruction k.
 * Return y and the leaves, in order; do not call backward.
 *
 * Example: inputs [2] and [{ op: "add", a: 0, b: 0 }] give y.data = 4·cos(1) = 2.1612….
 */
export function runProgram(program: Instr[], inputs: Vec): { y: ValueOps; leaves: ValueOps[] } {
  // TODO: a list of slots, and one case for each op
  throw new NotImplementedError("runProgram");
}
