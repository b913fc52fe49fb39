/** @file 10.3 Random programs on the student's engine: eight for every seed. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import type { Node } from "../../model/node.ts";
import { drawProgram, type Op, ops, type Program, yOf } from "../../model/random-program.ts";

type Data = { readonly programs: readonly Program[] };
const PROGRAMS = 8;

/** The same steps on the judge's nodes. */
const step: Record<Op, (a: Node, b: Node) => Node> = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.tanh().mul(b),
  div: (a, b) => a.div(b.square().add(1)),
  max: (a, b) => a.max(b),
  tanh: (a) => a.tanh(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  sigmoid: (a) => a.sigmoid(),
  relu: (a) => a.relu(),
  abs: (a) => a.abs(),
  log: (a) => a.square().add(1).log(),
  log10: (a) => a.square().add(1).log10(),
  exp: (a) => a.tanh().exp(),
  pow2: (a) => a.tanh().square(),
};

const tagged = (n: number) => (Number.isFinite(n) ? n : { $: `${n}` });
const misread = ({ programs }: Data, mistake: Parameters<typeof yOf>[1]) => ({
  y: programs.map((program) => tagged(yOf(program, mistake))),
});
const weights = "the weights are off: instruction k, counted from 0, has the weight cos(k + 1)";
const form = (op: Op) => `${op} is not computed in its safe form; compare it with the list in the statement`;

export default exercise<typeof import("../../../exercises/10-engine/run-program.ts")>()({
  title: "10.3 Random programs",
  points: 4,
  source: "C26, M02",
  exports: ["runProgram"],
  input: (d: Draw): Data => ({ programs: Array.from({ length: PROGRAMS }, () => drawProgram(d)) }),
  cases: (): Record<string, Data> => {
    const single = (inputs: number[], ...instructions: Program["instructions"]): Data => ({
      programs: [{ inputs, instructions }],
    });
    return {
      "an input that is used twice in one step": single(
        [0.7, -1.2],
        { op: "mul", a: 0, b: 0 },
        { op: "div", a: 1, b: 1 },
        { op: "add", a: 0, b: 0 },
      ),
      "an input that is not used": single(
        [0.5, 1.5, -0.5],
        { op: "sin", a: 1, b: 0 },
        { op: "sub", a: 3, b: 1 },
      ),
      "every op once": single(
        [0.4, -0.9],
        ...ops.map((op, k): Program["instructions"][number] => ({ op, a: k % 3, b: (k + 1) % 3 })),
      ),
    };
  },
  model: ({ programs }, { of }) => {
    const leaves = programs.map(({ inputs }) => inputs.map((x) => of(x)));
    const ys = programs.map(({ instructions }, i) => {
      const slots: Node[] = [...leaves[i]!];
      const terms = instructions.map(({ op, a, b }, k) => {
        const v = step[op](slots[a]!, slots[b]!);
        slots.push(v);
        return v.mul(Math.cos(k + 1));
      });
      return terms.reduce((sum, term) => sum.add(term));
    });
    return { leaves, ys, loss: ys.reduce((sum, y) => sum.add(y)) };
  },
  call: (s, { programs }) => {
    const [y, data, grads]: [number[], number[][], number[][]] = [[], [], []];
    for (let i = 0; i < programs.length; i++) {
      const { inputs, instructions } = programs[i]!;
      const result = s.runProgram(instructions as never, inputs as number[]);
      result.y.backward();
      y[i] = result.y.data;
      const [leaves, slopes]: [number[], number[]] = [[], []];
      for (let j = 0; j < result.leaves.length; j++) {
        leaves[j] = result.leaves[j]!.data;
        slopes[j] = result.leaves[j]!.grad;
      }
      data[i] = leaves;
      grads[i] = slopes;
    }
    return { leaves: data, y, "leaves.grad": grads };
  },
  parts: ({ value, gradient }) => ({
    leaves: value("leaves", { share: 0.5 }),
    y: value("ys"),
    "leaves.grad": gradient("leaves", "loss", { share: 2.5 }),
  }),
  slips: [
    { id: "weights", say: weights, answers: (data) => misread(data, { weight: (k) => Math.cos(k) }) },
    { id: "weights", say: weights, answers: (data) => misread(data, { weight: (k) => Math.cos(k + 2) }) },
    {
      id: "weights",
      say: "the weights count the inputs too: k is the number of the instruction, not of its slot",
      answers: (data) => misread(data, { weight: (k, n) => Math.cos(n + k + 1) }),
    },
    {
      id: "weights",
      say: "the results are added up without their weights cos(k + 1)",
      answers: (data) => misread(data, { weight: () => 1 }),
    },
    {
      id: "last-only",
      say: "y is the last result only; all of them count, each with its weight",
      answers: (data) => misread(data, { weight: (k, _n, length) => (k === length - 1 ? 1 : 0) }),
    },
    {
      id: "plain-form",
      say: form("mul"),
      answers: (data) => misread(data, { forms: { mul: (a, b) => a * b } }),
    },
    {
      id: "plain-form",
      say: form("div"),
      answers: (data) => misread(data, { forms: { div: (a, b) => a / b } }),
    },
    { id: "plain-form", say: form("log"), answers: (data) => misread(data, { forms: { log: Math.log } }) },
    { id: "plain-form", say: form("exp"), answers: (data) => misread(data, { forms: { exp: Math.exp } }) },
    {
      id: "plain-form",
      say: form("pow2"),
      answers: (data) => misread(data, { forms: { pow2: (a) => a * a } }),
    },
    {
      id: "log-base",
      say: "log10 is the natural logarithm here; the two ops differ by the factor ln 10",
      answers: (data) => misread(data, { forms: { log10: (a) => Math.log(a * a + 1) } }),
    },
    {
      id: "operands-exchanged",
      say: "sub takes b − a; its first operand is what slot a holds",
      answers: (data) => misread(data, { forms: { sub: (a, b) => b - a } }),
    },
    {
      id: "operands-exchanged",
      say: "div takes b/(a² + 1); its first operand is what slot a holds",
      answers: (data) => misread(data, { forms: { div: (a, b) => b / (a * a + 1) } }),
    },
    {
      id: "operands-exchanged",
      say: "mul takes tanh(b)·a; its first operand is what slot a holds",
      answers: (data) => misread(data, { forms: { mul: (a, b) => Math.tanh(b) * a } }),
    },
    {
      id: "fresh-leaves",
      say: "the leaves you return got no gradient: they must be the very Values that stand in the first slots, made once",
      answers: ({ programs }) => ({ "leaves.grad": programs.map(({ inputs }) => inputs.map(() => 0)) }),
    },
  ],
  hints: [
    "What is in slot 5 of a program with three inputs? Let one list hold inputs and results alike.",
    "slots starts as a copy of the leaves; each instruction pushes one Value. A switch on op turns two slots into one result.",
    "y starts as new ValueOps(0); for instruction k with result v: slots.push(v), y = y.add(v.mul(Math.cos(k + 1))).",
  ],
});
