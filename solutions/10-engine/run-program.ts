/** @file 10.3 Random programs on your engine. */
import type { Instr, Vec } from "gradbook";
import { ValueOps } from "./value-ops.ts";

/** The forms are safe: tanh keeps products and exponentials small, a²+1 keeps quotients and logarithms away from 0. */
function step(op: string, a: ValueOps, b: ValueOps): ValueOps {
  switch (op) {
    case "add":
      return a.add(b);
    case "sub":
      return a.sub(b);
    case "mul":
      return a.tanh().mul(b);
    case "div":
      return a.div(b.mul(b).add(1));
    case "max":
      return a.max(b);
    case "tanh":
      return a.tanh();
    case "sin":
      return a.sin();
    case "cos":
      return a.cos();
    case "sigmoid":
      return a.sigmoid();
    case "relu":
      return a.relu();
    case "abs":
      return a.abs();
    case "log":
      return a.mul(a).add(1).log();
    case "log10":
      return a.mul(a).add(1).log10();
    case "exp":
      return a.tanh().exp();
    case "pow2":
      return a.tanh().pow(2);
    default:
      throw new Error(`there is no op "${op}"`);
  }
}

export function runProgram(program: Instr[], inputs: Vec): { y: ValueOps; leaves: ValueOps[] } {
  // One leaf for each input, made once: a new one for every use would collect only its own part of the gradient.
  const leaves = inputs.map((x) => new ValueOps(x));
  const slots = [...leaves];
  let y = new ValueOps(0);
  for (const [k, { op, a, b }] of program.entries()) {
    const v = step(op, slots[a], slots[b]);
    slots.push(v);
    y = y.add(v.mul(Math.cos(k + 1))); // a different weight for each, so that no mistake can cancel another
  }
  return { y, leaves };
}
