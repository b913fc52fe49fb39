// exercise: 04-graphs/backward-tape
import type { TapeNode } from "gradbook";

export function backwardTape(tape: TapeNode[]) {
  // An order of its own, without trusting the tape: a walk that lists a node after all it was computed from.
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (i: number) => {
    if (seen.has(i)) return;
    seen.add(i);
    for (const arg of tape[i].args) visit(arg);
    order.push(i);
  };
  visit(tape.length - 1);
  const g = tape.map(() => 0);
  g[tape.length - 1] = 1;
  for (const i of order.reverse()) {
    const [a, b] = tape[i].args;
    const dz = g[i];
    switch (tape[i].op) {
      case "add":
        g[a] += dz;
        g[b] += dz;
        break;
      case "mul":
        g[a] += dz * tape[b].value;
        g[b] += dz * tape[a].value;
        break;
      case "sin":
        g[a] += dz * Math.cos(tape[a].value);
        break;
      case "log":
        g[a] += dz / tape[a].value;
        break;
      case "max":
        g[tape[a].value < tape[b].value ? b : a] += dz;
    }
  }
  return g;
}
