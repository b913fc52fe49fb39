// exercise: 10-engine/run-program
import type { Instr, Vec } from "gradbook";
import { ValueOps } from "../../../solutions/10-engine/value-ops.ts";

const rules: Record<string, (a: ValueOps, b: ValueOps) => ValueOps> = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.tanh().mul(b),
  div: (a, b) => a.div(b.mul(b).add(1)),
  max: (a, b) => a.max(b),
  tanh: (a) => a.tanh(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  sigmoid: (a) => a.sigmoid(),
  relu: (a) => a.relu(),
  abs: (a) => a.abs(),
  log: (a) => a.mul(a).add(1).log(),
  log10: (a) => a.mul(a).add(1).log10(),
  exp: (a) => a.tanh().exp(),
  pow2: (a) => a.tanh().pow(2),
};

export function runProgram(program: Instr[], inputs: Vec) {
  const leaves = inputs.map((x) => new ValueOps(x));
  const slots: ValueOps[] = [...leaves];
  let y = new ValueOps(0);
  program.forEach(({ op, a, b }, k) => {
    const v = rules[op](slots[a], slots[b]);
    slots.push(v);
    y = y.add(v.mul(Math.cos(k + 1)));
  });
  return { y, leaves };
}
