/** @file Random programs over fifteen ops, and their plain numbers: for 10.3. */
import type { Instr } from "../../src/types.ts";
import type { Draw } from "../draw.ts";

type Form = (a: number, b: number) => number;
/** Safe forms: tanh keeps products and exponentials small, a² + 1 keeps quotients and logarithms away from 0. */
const forms = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => Math.tanh(a) * b,
  div: (a, b) => a / (b * b + 1),
  max: (a, b) => Math.max(a, b),
  tanh: (a) => Math.tanh(a),
  sin: (a) => Math.sin(a),
  cos: (a) => Math.cos(a),
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  relu: (a) => Math.max(a, 0),
  abs: (a) => Math.abs(a),
  log: (a) => Math.log(a * a + 1),
  log10: (a) => Math.log10(a * a + 1),
  exp: (a) => Math.exp(Math.tanh(a)),
  pow2: (a) => Math.tanh(a) ** 2,
} satisfies Record<string, Form>;
export type Op = keyof typeof forms;
export const ops = Object.keys(forms) as Op[];

export interface Program {
  readonly inputs: readonly number[];
  readonly instructions: readonly (Instr & { readonly op: Op })[];
}

/** How far a step is from a kink; programs keep away from them, so that every slope exists. */
function margin(op: Op, a: number, b: number): number {
  if (op === "max") return Math.abs(a - b);
  return op === "relu" || op === "abs" ? Math.abs(a) : Number.POSITIVE_INFINITY;
}
const FAR = 0.01;
const SMALL = 100;

/** 2 to 4 inputs and 5 to 30 instructions. */
export function drawProgram(d: Draw): Program {
  const inputs = d.vec(d.int(2, 4), -2, 2);
  const [slots, instructions] = [[...inputs], [] as Program["instructions"][number][]];
  const length = d.int(5, 30);
  while (instructions.length < length) {
    const [op, a, b] = [d.pick(ops), d.int(0, slots.length - 1), d.int(0, slots.length - 1)];
    const value = (forms[op] as Form)(slots[a]!, slots[b]!);
    if (margin(op, slots[a]!, slots[b]!) < FAR || Math.abs(value) > SMALL) continue;
    slots.push(value);
    instructions.push({ op, a, b });
  }
  return { inputs, instructions };
}

interface Reading {
  readonly forms: Partial<Record<Op, Form>>;
  /** The weight of instruction k, of a program with n inputs. */
  readonly weight: (k: number, n: number, length: number) => number;
}
/** y of a program in plain numbers, with a mistake in how it is read. */
export function yOf({ inputs, instructions }: Program, mistake: Partial<Reading>): number {
  const read = { ...forms, ...mistake.forms } as Record<Op, Form>;
  const weight = mistake.weight ?? ((k) => Math.cos(k + 1));
  const slots = [...inputs];
  return instructions.reduce((y, { op, a, b }, k) => {
    const v = read[op](slots[a]!, slots[b]!);
    slots.push(v);
    return y + weight(k, inputs.length, instructions.length) * v;
  }, 0);
}
