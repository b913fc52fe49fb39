/** @file Kind: a program run on the student's own engine (as 10.1, 10.3). */
import type { Draw } from "../../../grader/draw.ts";
import { exercise } from "../../../grader/exercise.ts";

type Step = { op: "add" | "mul"; a: number; b: number };
const steps = (d: Draw, inputs: number): Step[] =>
  Array.from({ length: 6 }, (_, i) => ({
    op: d.pick(["add", "mul"]),
    a: d.int(0, inputs + i - 1),
    b: d.int(0, inputs + i - 1),
  }));

export default exercise<typeof import("./right.ts")>()({
  title: "0.7 An engine",
  points: 4,
  source: "C26",
  exports: ["Value"],
  input: (d) => ({ x: d.vec(2, 0.5, 1.5), steps: steps(d, 2) }),
  cases: () => ({
    "a product of a node with itself": { x: [3, 1], steps: [{ op: "mul", a: 0, b: 0 }] satisfies Step[] },
    "a diamond": {
      x: [2, 1],
      steps: [
        { op: "mul", a: 0, b: 0 },
        { op: "mul", a: 2, b: 2 },
        { op: "mul", a: 3, b: 2 },
        { op: "add", a: 4, b: 2 },
      ] satisfies Step[],
    },
  }),
  model: ({ x, steps }, { of }) => {
    const leaves = x.map(of<number>);
    const slots = [...leaves];
    for (const { op, a, b } of steps) slots.push(slots[a]![op](slots[b]!));
    return {
      leaves,
      loss: slots.map((slot, k) => slot.mul(Math.cos(k + 1))).reduce((sum, slot) => sum.add(slot)),
    };
  },
  call: (s, { x, steps }) => {
    const leaves = x.map((xi) => new s.Value(xi));
    const slots = leaves.slice();
    for (const { op, a, b } of steps) slots[slots.length] = slots[a]![op](slots[b]!);
    let y = slots[0]!.mul(new s.Value(Math.cos(1)));
    for (let k = 1; k < slots.length; k++) y = y.add(slots[k]!.mul(new s.Value(Math.cos(k + 1))));
    y.backward();
    return { data: y.data, grads: leaves.map((leaf) => leaf.grad) };
  },
  parts: ({ value, gradient }) => ({ data: value("loss"), grads: gradient("leaves") }),
  hints: ["A node remembers its parents.", "Collect an order first.", "Run the rules in reverse, adding."],
});
