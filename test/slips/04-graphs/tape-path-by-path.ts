// exercise: 04-graphs/backward-tape
// slip: unnamed
import type { TapeNode } from "gradbook";

export function backwardTape(tape: TapeNode[]) {
  const g = tape.map(() => 0);
  const visit = (i: number, dz: number) => {
    g[i] += dz;
    const { op, args } = tape[i];
    const [a, b] = args;
    if (op === "add") {
      visit(a, dz);
      visit(b, dz);
    } else if (op === "mul") {
      visit(a, tape[b].value * dz);
      visit(b, tape[a].value * dz);
    } else if (op === "sin") visit(a, Math.cos(tape[a].value) * dz);
    else if (op === "log") visit(a, dz / tape[a].value);
    else if (op === "max") visit(tape[a].value >= tape[b].value ? a : b, dz);
  };
  visit(tape.length - 1, 1);
  return g;
}
