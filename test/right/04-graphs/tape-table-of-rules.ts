// exercise: 04-graphs/backward-tape
import type { TapeNode } from "gradbook";

type Rule = (tape: TapeNode[], args: number[], dz: number) => number[];
const rules: Record<TapeNode["op"], Rule> = {
  input: () => [],
  const: () => [],
  add: (_tape, _args, dz) => [dz, dz],
  mul: (tape, [a, b], dz) => [dz * tape[b].value, dz * tape[a].value],
  sin: (tape, [a], dz) => [dz * Math.cos(tape[a].value)],
  log: (tape, [a], dz) => [dz / tape[a].value],
  max: (tape, [a, b], dz) => (tape[b].value > tape[a].value ? [0, dz] : [dz, 0]),
};

export function backwardTape(tape: TapeNode[]) {
  const grads = new Map([[tape.length - 1, 1]]);
  for (const [i, { op, args }] of [...tape.entries()].reverse()) {
    const parts = rules[op](tape, args, grads.get(i) ?? 0);
    parts.forEach((part, k) => {
      grads.set(args[k], (grads.get(args[k]) ?? 0) + part);
    });
  }
  return tape.map((_, i) => grads.get(i) ?? 0);
}
