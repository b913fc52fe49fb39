/** @file Kind: forward mode, a tangent (as 5.1). Random programs on the student's class. */
import type { Draw } from "../../../grader/draw.ts";
import { exercise } from "../../../grader/exercise.ts";

const ops = ["add", "mul", "sin", "max"] as const;
const steps = (d: Draw) =>
  Array.from({ length: 8 }, (_, i) => ({ op: d.pick(ops), a: d.int(0, 1 + i), b: d.int(0, 1 + i) }));

export default exercise<typeof import("./right.ts")>()({
  title: "0.2 Dual numbers",
  points: 3,
  source: "C21",
  exports: ["Dual"],
  input: (d) => ({ x: d.vec(2), v: d.vec(2), steps: steps(d) }),
  model: ({ x, v, steps }, { of }) => {
    const s = of(0);
    const slots = x.map((xi, i) => s.mul(v[i] as number).add(xi));
    for (const { op, a, b } of steps) {
      const [p, q] = [slots[a] as (typeof slots)[0], slots[b] as (typeof slots)[0]];
      slots.push(op === "sin" ? p.sin() : p[op](q));
    }
    return { s, re: slots.map((slot, k) => slot.mul(Math.cos(k + 1))).reduce((sum, slot) => sum.add(slot)) };
  },
  call: (student, { x, v, steps }) => {
    const slots = x.map((xi, i) => new student.Dual(xi, v[i]));
    for (const { op, a, b } of steps)
      slots[slots.length] = op === "sin" ? slots[a]!.sin() : slots[a]![op](slots[b]!);
    let y = new student.Dual(0);
    for (let k = 0; k < slots.length; k++) y = y.add(slots[k]!.mul(new student.Dual(Math.cos(k + 1))));
    return { re: y.re, du: y.du };
  },
  parts: ({ value, tangent }) => ({ re: value("re"), du: tangent("re", "s", { share: 2 }) }),
  hints: ["Each op has its own rule.", "The product rule needs both values and both tangents.", "a'b + ab'"],
});
