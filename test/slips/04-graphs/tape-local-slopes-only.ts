// exercise: 04-graphs/backward-tape
// slip: missing-upstream
import type { TapeNode } from "gradbook";

export function backwardTape(tape: TapeNode[]) {
  const g = tape.map(() => 0);
  g[tape.length - 1] = 1;
  for (let i = tape.length - 1; i >= 0; i--) {
    const { op, args } = tape[i];
    const [a, b] = args;
    if (op === "add") {
      g[a] += 1;
      g[b] += 1;
    } else if (op === "mul") {
      g[a] += tape[b].value;
      g[b] += tape[a].value;
    } else if (op === "sin") {
      g[a] += Math.cos(tape[a].value);
    } else if (op === "log") {
      g[a] += 1 / tape[a].value;
    } else if (op === "max") {
      if (tape[a].value >= tape[b].value) g[a] += 1;
      else g[b] += 1;
    }
  }
  return g;
}
