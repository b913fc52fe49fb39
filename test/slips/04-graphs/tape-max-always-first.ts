// exercise: 04-graphs/backward-tape
// slip: max-wrong-branch
import type { TapeNode, Vec } from "gradbook";

export function backwardTape(tape: TapeNode[]): Vec {
  const grads = tape.map(() => 0);
  grads[tape.length - 1] = 1;

  for (let i = tape.length - 1; i >= 0; i--) {
    const { op, args } = tape[i];
    const [a, b] = args;
    const dz = grads[i];
    if (op === "add") {
      grads[a] += dz;
      grads[b] += dz;
    } else if (op === "mul") {
      grads[a] += tape[b].value * dz;
      grads[b] += tape[a].value * dz;
    } else if (op === "sin") {
      grads[a] += Math.cos(tape[a].value) * dz;
    } else if (op === "log") {
      grads[a] += dz / tape[a].value;
    } else if (op === "max") {
      grads[a] += dz;
    }
  }
  return grads;
}
