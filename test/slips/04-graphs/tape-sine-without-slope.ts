// exercise: 04-graphs/backward-tape
// slip: missing-act-deriv
import type { TapeNode } from "gradbook";

export function backwardTape(tape: TapeNode[]) {
  const g = tape.map(() => 0);
  g[tape.length - 1] = 1;
  for (let i = tape.length - 1; i >= 0; i--) {
    const { op, args } = tape[i];
    const [a, b] = args;
    if (op === "add") {
      g[a] += g[i];
      g[b] += g[i];
    } else if (op === "mul") {
      g[a] += tape[b].value * g[i];
      g[b] += tape[a].value * g[i];
    } else if (op === "sin") {
      g[a] += g[i];
    } else if (op === "log") {
      g[a] += g[i] / tape[a].value;
    } else if (op === "max") {
      if (tape[a].value >= tape[b].value) g[a] += g[i];
      else g[b] += g[i];
    }
  }
  return g;
}
