/** @file Kind: differences are the task, so near is right (as 1.1, 3.2). */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.10 A numerical gradient",
  points: 2,
  source: "C15",
  exports: ["numericalGradient"],
  input: (d) => ({ x: d.vec(3, 0.3, 2), c: d.vec(3, 0.5, 1.5) }),
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, loss: x.exp().mul(of(p.c)).sum() };
  },
  call: (s, { x, c }, kit) => {
    const spied = kit.spy(
      (v: number[]) => c[0]! * Math.exp(v[0]!) + c[1]! * Math.exp(v[1]!) + c[2]! * Math.exp(v[2]!),
    );
    return { gradient: s.numericalGradient(spied.fn, x), calls: spied.args.length };
  },
  parts: ({ gradient, equals }) => ({
    gradient: gradient("x", "loss", { accept: "near" }),
    calls: equals(({ x }) => 2 * x.length),
  }),
  hints: ["One coordinate at a time.", "Copy x, nudge an entry up and down.", "(f(p) − f(m))/(p_i − m_i)"],
});
