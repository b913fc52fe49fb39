// exercise: 04-graphs/backward-tape
// slip: unnamed
import type { TapeNode, Vec } from "gradbook";

export function backwardTape(tape: TapeNode[]): Vec {
  const grads = tape.map(() => 0);
  grads[1] = 1; // the last node moves one for one with itself

  // From the right: whoever uses node i stands behind it on the tape, so grads[i] is complete when its turn comes.
  for (let i = tape.length - 1; i >= 0; i--) {
    const { op, args, value } = tape[i];
    const [a, b] = args;
    const dz = grads[i];
    // += and never =: an argument may have other users, and a and b may even be the same node.
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
      grads[tape[a].value === value ? a : b] += dz; // in a tie the first
    }
    // An input and a const were not computed from anything: nothing to hand on.
  }
  return grads;
}
