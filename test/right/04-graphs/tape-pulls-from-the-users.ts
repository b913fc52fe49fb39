// exercise: 04-graphs/backward-tape
import type { TapeNode } from "gradbook";

export function backwardTape(tape: TapeNode[]) {
  const users: number[][] = tape.map(() => []);
  for (const [i, { args }] of tape.entries()) for (const arg of new Set(args)) users[arg].push(i);
  const slope = (i: number, by: number) => {
    const { op, args } = tape[i];
    const [a, b] = args;
    let sum = 0;
    args.forEach((arg, k) => {
      if (arg !== by) return;
      if (op === "add") sum += 1;
      if (op === "mul") sum += tape[k === 0 ? b : a].value;
      if (op === "sin") sum += Math.cos(tape[a].value);
      if (op === "log") sum += 1 / tape[a].value;
      if (op === "max") sum += tape[a].value >= tape[b].value === (k === 0) ? 1 : 0;
    });
    return sum;
  };
  const grads = tape.map(() => 0);
  for (let node = tape.length - 1; node >= 0; node--) {
    const last = node === tape.length - 1 ? 1 : 0;
    grads[node] = users[node].reduce((sum, user) => sum + grads[user] * slope(user, node), last);
  }
  return grads;
}
