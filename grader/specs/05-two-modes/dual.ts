/** @file 5.1 Dual numbers: each operation alone, then programs of them. */
import type { Draw } from "../../draw.ts";
import { exercise, type Part, type Slip } from "../../exercise.ts";
import type { Node } from "../../model/node.ts";

const binary = ["add", "mul", "div", "max"] as const;
const bends = ["sin", "exp", "log", "tanh"] as const;
const ops = [...binary, ...bends];
type Op = (typeof ops)[number];
type Step =
  | { readonly op: "const"; readonly value: number }
  | { readonly op: Op; readonly a: number; readonly b: number };
/** A value and its tangent. */
type Pair = readonly [re: number, du: number];
type Data = {
  readonly a: Pair;
  readonly b: Pair;
  /** A program: its inputs, the direction in which they move, and steps on the results so far. */
  readonly x: readonly number[];
  readonly v: readonly number[];
  readonly steps: readonly Step[];
};
/** By part; `last` is what the worked examples know: the result of the last step. */
type Answer = Record<string, unknown>;

/** Notes steps; each operation gives the place of its result. */
function program(inputs: number) {
  const steps: Step[] = [];
  const push = (step: Step) => inputs + steps.push(step) - 1;
  const value = (number: number) => push({ op: "const", value: number });
  return { steps, value, run: (op: Op, a: number, b = a) => push({ op, a, b }) };
}

/** Every operation once, in any order, on arguments that keep logarithms and quotients in their domain. */
function drawn(d: Draw): readonly Step[] {
  const p = program(2);
  const one = p.value(1);
  const above1 = (a: number) => p.run("add", p.run("mul", a, a), one);
  const shuffled = ops.map((op) => ({ op, at: d.real() })).sort((s, t) => s.at - t.at);
  let [last, other] = [0, 1];
  for (const { op } of shuffled) {
    const [a, b] = d.pick([true, false]) ? [last, other] : [other, last];
    const arguments_: Record<Op, () => [number, number?]> = {
      add: () => [a, b],
      mul: () => [p.run("tanh", a), b],
      div: () => [a, above1(b)],
      max: () => [a, b],
      sin: () => [last],
      exp: () => [p.run("tanh", last)],
      log: () => [above1(last)],
      tanh: () => [last],
    };
    [last, other] = [p.run(op, ...arguments_[op]()), last];
  }
  return p.steps;
}

/** y = 2 log10(x1 + sin x1) max(x2, x3), moved along one of its inputs. */
function graph(x: readonly number[], v: readonly number[]): Pick<Data, "x" | "v" | "steps"> {
  const p = program(3);
  const log10 = p.run("mul", p.run("log", p.run("add", 0, p.run("sin", 0))), p.value(1 / Math.LN10));
  p.run("mul", p.value(2), p.run("mul", log10, p.run("max", 1, 2)));
  return { x, v, steps: p.steps };
}
/** The toy network of lesson 2, moved along its input; cos u is sin(u + π/2). */
function toy(beta: readonly number[], omega: readonly number[], x: number): Pick<Data, "x" | "v" | "steps"> {
  const p = program(1);
  const f = (k: number, h: number) => p.run("add", p.value(beta[k]!), p.run("mul", p.value(omega[k]!), h));
  const h2 = p.run("exp", f(1, p.run("sin", f(0, 0))));
  f(3, p.run("sin", p.run("add", f(2, h2), p.value(Math.PI / 2))));
  return { x: [x], v: [1], steps: p.steps };
}
const pairs = { a: [1.5, -0.5], b: [2, 3] } as const;

/** An operation earns its points before the next is written. */
const onceWritten = (needed: readonly Op[], part: Part<Data>): Part<Data> => ({
  ...part,
  judge: (at, answer, whole) => {
    const { unwritten } = whole as { unwritten: readonly string[] };
    const open = needed.find((op) => unwritten.includes(op));
    return open ? { is: "wrong", happened: `${open} is still to be written` } : part.judge(at, answer, whole);
  },
});

const products = (how: string) =>
  `the tangents are ${how}. Each factor moves while the other holds still, and the two effects add up`;
const constant = "only this moves, o is treated as a constant: it carries a tangent of its own";
const falls = "a growing denominator makes the quotient fall: look at the signs of the two terms";
const squared = "the quotient rule divides by the square of the denominator";
const still = "the tangent is 0, as if the result were a constant";
const winner = "the values decide which operand wins, and only the winner's tangent gets through";
const slopes: [op: (typeof bends)[number], at: (re: number) => number][] = [
  ["sin", Math.cos],
  ["exp", Math.exp],
  ["log", (re) => 1 / re],
  ["tanh", (re) => 1 - Math.tanh(re) ** 2],
];
/** A mistake in one operation, and what it makes of the tangent. */
type Wrong = [op: Op, id: string, say: string, du: (a: Pair, b: Pair) => number];
const oneRule: Wrong[] = [
  ["mul", "product-rule", products("multiplied with each other"), (a, b) => a[1] * b[1]],
  ["mul", "product-rule", products("only added"), (a, b) => a[1] + b[1]],
  ["mul", "operand-constant", constant, (a, b) => a[1] * b[0]],
  ["div", "operand-constant", constant, (a, b) => a[1] / b[0]],
  [
    "div",
    "quotient-rule",
    "a quotient of tangents is not the tangent of the quotient",
    (a, b) => a[1] / b[1],
  ],
  ["div", "sign", falls, (a, b) => (a[0] * b[1] - a[1] * b[0]) / b[0] ** 2],
  ["div", "sign", falls, (a, b) => (a[1] * b[0] + a[0] * b[1]) / b[0] ** 2],
  ["div", "missing-factor", squared, (a, b) => (a[1] * b[0] - a[0] * b[1]) / b[0]],
  ["max", "no-tangent", still, () => 0],
  ["max", "max-of-tangents", winner, (a, b) => Math.max(a[1], b[1])],
  ["max", "max-of-tangents", winner, (a, b) => a[1] + b[1]],
  ["tanh", "act-deriv-at-input", "1 − t² was given re for the value t", ([re, du]) => (1 - re * re) * du],
  ...slopes.flatMap(([op, at]): Wrong[] => [
    [op, "missing-upstream", "the local slope alone: multiply it by the tangent", ([re]) => at(re)],
    [op, "missing-act-deriv", "the tangent passes unchanged: multiply it by the local slope", ([, du]) => du],
    [op, "no-tangent", still, () => 0],
  ]),
];
const slips: Slip<Data, Answer>[] = [
  {
    id: "mutates",
    say: "an operation writes its result into this: a dual that is used again later has then changed. Return a new Dual",
    answers: ({ a, b }, right) => {
      const after = (op: Op) => (op === "max" ? a : [right.value(op), right.tangent(op, "s")]);
      return { operands: ops.map((op) => [...after(op), ...b]) };
    },
  },
  ...oneRule.map(([op, id, say, du]) => ({
    id,
    say: `${op}: ${say}`,
    answers: ({ a, b }: Data) => ({ [`${op}.du`]: du(a, b) }),
  })),
  {
    id: "tie",
    say: "in a tie of max the tangent of this is asked for: look at > and >=",
    answers: ({ a, b }, right) => ({ "max.du": right.tangent("max", "s"), tie: [a[0], b[1]] }),
  },
  {
    id: "constant-moves",
    say: "new Dual(c) without a second number is a constant: its tangent is 0, and 1 would make it move along",
    answers: (_input, right) => ({ "program.du": right.tangent("slots where constants move", "s") }),
  },
];

export default exercise<typeof import("../../../exercises/05-two-modes/dual.ts")>()({
  title: "5.1 Dual numbers",
  points: 3,
  source: "C21",
  exports: ["Dual"],
  // a is positive, for its logarithm; b is on either side of 0 and of a.
  input: (d: Draw): Data => ({
    a: [d.real(0.5, 2), d.real(0.3, 2)],
    b: [d.pick([-1, 1]) * d.real(0.5, 3), -d.real(0.3, 2)],
    x: d.vec(2),
    v: d.vec(2),
    steps: drawn(d),
  }),
  cases: (): Record<string, Data> => ({
    "the log10 graph moved along x2": { ...pairs, ...graph([5, -2, -5], [0, 1, 0]) },
    "the log10 graph moved along x3": { ...pairs, ...graph([5, -2, -5], [0, 0, 1]) },
  }),
  worked: [
    ["cs434-graph-log10", "ds542-toy-UDL-sin-exp-cos"],
    (given, expected) =>
      given.has("beta")
        ? {
            input: { ...pairs, ...toy(given.vec("beta"), given.vec("omega"), given.num("x")) },
            // The loss (f3 - y)² moves 2 (f3 - y) times as fast as f3.
            answer: { last: [expected.num("prediction"), expected.num("dl_dx") / expected.vec("dl_df")[3]!] },
          }
        : {
            input: { ...pairs, ...graph([given.num("x1"), given.num("x2"), given.num("x3")], [1, 0, 0]) },
            answer: { last: [expected.num("nodes.y=2p"), expected.vec("grad")[0]!] },
          },
  ],
  model: (p, { of }) => {
    const s = of(0); // moves everything along its direction
    const moved = (re: number, du: number) => s.mul(du).add(re);
    const [a, b] = [moved(...p.a), moved(...p.b)];
    const run = (op: Op, left: Node, right: Node): Node =>
      op === "add" || op === "mul" || op === "div" || op === "max" ? left[op](right) : left[op]();
    const slotsWith = (constant: (value: number) => Node) => {
      const slots = p.x.map((x, i) => moved(x, p.v[i]!));
      for (const step of p.steps)
        slots.push(step.op === "const" ? constant(step.value) : run(step.op, slots[step.a]!, slots[step.b]!));
      return slots;
    };
    const alone = Object.fromEntries(ops.map((op) => [op, run(op, a, b)])) as Record<Op, Node>;
    const slots = slotsWith(of);
    return { s, ...alone, slots, "slots where constants move": slotsWith((value) => moved(value, 1)) };
  },
  call: (student, { a, b, x, v, steps }): Answer => {
    const re: Record<string, number | undefined> = {};
    const operands: number[][] = [];
    const unwritten: string[] = [];
    const answer: Answer = { re, operands, unwritten };
    for (const op of ["add", "mul", "div", "max", "sin", "exp", "log", "tanh"] as const) {
      const [p, q] = [new student.Dual(a[0], a[1]), new student.Dual(b[0], b[1])];
      try {
        const result = p[op](q);
        re[op] = result?.re;
        answer[`${op}.du`] = result?.du;
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        unwritten[unwritten.length] = op;
        if (unwritten.length === 8) throw thrown;
      }
      operands[operands.length] = [p.re, p.du, q.re, q.du];
    }
    if (unwritten.length) return answer;
    const tie = new student.Dual(a[0], a[1]).max(new student.Dual(a[0], b[1]));
    const slots = x.map((re, i) => new student.Dual(re, v[i]));
    for (const step of steps)
      slots[slots.length] =
        step.op === "const" ? new student.Dual(step.value) : slots[step.a]![step.op](slots[step.b]!);
    const last = slots[slots.length - 1];
    return {
      ...answer,
      tie: [tie?.re, tie?.du],
      "program.re": slots.map((slot) => slot?.re),
      "program.du": slots.map((slot) => slot?.du),
      last: [last?.re, last?.du],
    };
  },
  parts: ({ value, tangent: moves, equals }) => ({
    re: onceWritten(
      ops,
      equals((_input, truth) => Object.fromEntries(ops.map((op) => [op, truth.value(op)])), { share: 2 }),
    ),
    ...Object.fromEntries(ops.map((op) => [`${op}.du`, onceWritten([op], moves(op, "s", { share: 1 }))])),
    tie: onceWritten(
      ops,
      equals((input) => input.a),
    ),
    operands: equals(({ a, b }) => ops.map(() => [...a, ...b])),
    "program.re": onceWritten(ops, value("slots")),
    "program.du": onceWritten(ops, moves("slots", "s", { share: 4 })),
  }),
  slips,
  hints: [
    "If a moves at the speed a' and b at b', how fast does their product move? Let one of them stand still, then the other.",
    "add: a' + b'. mul: the product rule. div: the quotient rule. A bend: its local slope at re, times du. max: return the whole winner.",
    "mul: this.du * o.re + this.re * o.du. div: (this.du * o.re - this.re * o.du) / (o.re * o.re). tanh: with t = Math.tanh(this.re), (1 - t * t) * this.du.",
  ],
});
