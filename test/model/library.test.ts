/** The judge's table of ops and the library's are separate, so that neither hides the other's bug. Here they meet. */
import { describe, expect, it, test } from "vitest";
import { type Draw, draw } from "../../grader/draw.ts";
import { type Node, record } from "../../grader/model/node.ts";
import { KINK_FREE, truthOf } from "../../grader/model/truth.ts";
import { Value } from "../../src/index.ts";

const UNARY = [
  "neg",
  "exp",
  "log",
  "log10",
  "sin",
  "cos",
  "tanh",
  "sigmoid",
  "relu",
  "leakyRelu",
  "abs",
] as const;
const BINARY = ["add", "sub", "mul", "div", "max"] as const;
type Step =
  | { readonly op: (typeof UNARY)[number]; readonly a: number }
  | { readonly op: (typeof BINARY)[number]; readonly a: number; readonly b: number }
  | { readonly op: "pow"; readonly a: number; readonly n: number };

/** Inputs, then steps on earlier slots; every slot has a weight in the result, so that no step is dead. */
function program(d: Draw) {
  const inputs = d.vec(3, 0.2, 1.5);
  const steps: Step[] = [];
  for (let slot = inputs.length; slot < 12; slot++) {
    const [a, b] = [d.int(0, slot - 1), d.int(0, slot - 1)];
    const op = d.pick([...UNARY, ...BINARY, "pow"] as const);
    if (op === "pow") steps.push({ op, a, n: d.pick([2, 3, -1]) });
    else if ((BINARY as readonly string[]).includes(op))
      steps.push({ op: op as (typeof BINARY)[number], a, b });
    else steps.push({ op: op as (typeof UNARY)[number], a });
  }
  return { inputs, steps };
}

/** What both kinds of number can do. */
type Both<T> = Record<(typeof UNARY)[number], (at?: number) => T> &
  Record<(typeof BINARY)[number], (o: T | number) => T> & { pow(n: number): T };

function run<T extends Both<T>>(leaves: T[], steps: readonly Step[]): T {
  const slots = [...leaves];
  for (const step of steps) {
    const a = slots[step.a] as T;
    if (step.op === "pow") slots.push(a.pow(step.n));
    else if ("b" in step) slots.push(a[step.op](slots[step.b] as T));
    else slots.push(step.op === "leakyRelu" ? a.leakyRelu(0.1) : a[step.op]());
  }
  return slots.map((slot, k) => slot.mul(Math.cos(k + 1))).reduce((sum, slot) => sum.add(slot));
}

describe("random programs on the judge's ops and on Value", () => {
  it("have the same values and the same gradients", () => {
    let compared = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { inputs, steps } = program(draw(seed));
      const { model, tape } = record(({ of }) => {
        const x = inputs.map(of<number>);
        return { x, loss: run(x as never, steps) as Node };
      });
      const { loss } = model;
      const wild = tape.some(({ data }) => !(Math.abs(data[0]!) < 1e3));
      const truth = truthOf(model, tape);
      if (wild || truth.margin < KINK_FREE) continue;
      compared++;
      const leaves = inputs.map((x) => new Value(x));
      const y = run(leaves as never, steps) as Value;
      y.backward();
      expect(y.data).toBeCloseTo(loss.data[0]!, 9);
      const gradient = truth.gradient("x") as number[];
      const scale = Math.max(1, ...gradient.map(Math.abs));
      leaves.forEach(
        (leaf, i) => void expect(Math.abs(leaf.grad - gradient[i]!) / scale).toBeLessThan(1e-10),
      );
    }
    expect(compared).toBeGreaterThan(100);
  });
});

describe("at a kink both keep the course's conventions", () => {
  const judged = (build: (x: Node) => Node, at: number) => {
    const { model, tape } = record(({ of }) => {
      const x = of(at);
      return { x, loss: build(x) };
    });
    return truthOf(model, tape).gradient("x");
  };
  const library = (build: (x: Value) => Value, at: number) => {
    const x = new Value(at);
    build(x).backward();
    return x.grad;
  };
  test.each([
    ["relu'(0) = 0", (x: Node) => x.relu(), (x: Value) => x.relu(), 0],
    ["leakyRelu'(0) = 1", (x: Node) => x.leakyRelu(0.1), (x: Value) => x.leakyRelu(0.1), 1],
    ["abs'(0) = 0", (x: Node) => x.abs(), (x: Value) => x.abs(), 0],
    ["max: a tie goes to the first", (x: Node) => x.max(0), (x: Value) => x.max(0), 1],
  ] as const)("%s", (_name, mine, theirs, slope) => {
    expect(judged(mine, 0)).toBe(slope);
    expect(library(theirs, 0)).toBe(slope);
  });
});
