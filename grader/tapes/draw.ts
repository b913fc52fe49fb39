/** @file Random tapes of 4.4: small graphs as lists of steps, each with a value that stays near 1. */
import type { TapeNode } from "../../src/types.ts";
import type { Draw } from "../draw.ts";

/** A node of a tape before its value is known; inputs and constants bring their own. */
export interface Step {
  readonly op: TapeNode["op"];
  readonly args: readonly number[];
  readonly data?: number;
}

/** Steps with the values they have so far, to keep logarithms defined and products small. */
class Tape {
  readonly steps: Step[] = [];
  readonly values: number[] = [];
  /** Places that nothing uses yet. */
  readonly open = new Set<number>();

  leaf(op: "input" | "const", data: number): number {
    return this.#push({ op, args: [], data }, data);
  }
  apply(op: "add" | "mul" | "sin" | "log" | "max", ...args: number[]): number {
    const [a = 0, b = 0] = args.map((place) => this.values[place]);
    const value = { add: a + b, mul: a * b, sin: Math.sin(a), log: Math.log(a), max: Math.max(a, b) }[op];
    for (const place of args) this.open.delete(place);
    return this.#push({ op, args }, value);
  }
  #push(step: Step, value: number): number {
    this.values.push(value);
    this.open.add(this.steps.push(step) - 1);
    return this.steps.length - 1;
  }
}

const away = (d: Draw) => d.pick([-1, 1]) * d.real(0.6, 1.6);

/** Every node has one user: (sin x · log c + max(y, z)) · 2, say, with the three functions in any place. */
export function tree(d: Draw): Step[] {
  const tape = new Tape();
  const [x, y, z] = [away(d), away(d), away(d)].map((data) => tape.leaf("input", data));
  const c = tape.leaf("input", d.real(1.5, 3));
  const three = [tape.apply("sin", x!), tape.apply("log", c), tape.apply("max", y!, z!)];
  const turn = d.int(0, 2);
  const [p, q, r] = [0, 1, 2].map((k) => three[(k + turn) % 3]!);
  const sum = tape.apply("add", tape.apply("mul", p!, q!), r!);
  tape.apply("mul", sum, tape.leaf("const", d.real(1.5, 2.5)));
  return tape.steps;
}

/** Many nodes have several users, at different distances from the end, and two steps use a node twice. */
export function graph(d: Draw): Step[] {
  const tape = new Tape();
  const inputs = [0, 1, 2].map(() => tape.leaf("input", away(d)));
  const one = tape.leaf("const", d.real(1, 1.5));
  const recent = () => d.int(Math.max(0, tape.steps.length - 5), tape.steps.length - 1);
  const square = tape.apply("mul", inputs[0]!, inputs[0]!);
  tape.apply("log", tape.apply("add", square, one)); // x² + c > 0, and x² has another user below
  tape.apply("max", inputs[1]!, inputs[2]!);
  tape.apply("add", square, inputs[1]!);
  for (let k = 0; k < 5; k++) {
    const [a, b] = [recent(), recent()];
    const tame = Math.abs(tape.values[a]! * tape.values[b]!) < 4;
    const op = d.pick(tame ? (["mul", "add", "sin", "mul"] as const) : (["sin", "add", "sin"] as const));
    if (op === "sin") tape.apply("sin", a);
    else tape.apply(op, a, b);
  }
  tape.apply("add", recent(), tape.steps.length - 1);
  // What nobody uses yet joins the result, so that every node matters.
  while (tape.open.size > 1) {
    const [a = 0, b = 0] = tape.open;
    const tame = Math.abs(tape.values[a]! * tape.values[b]!) < 4;
    tape.apply(tame ? d.pick(["add", "mul"]) : "add", a, b);
  }
  return tape.steps;
}
