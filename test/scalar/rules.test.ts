/** Every rule of the scalar table: its value is a number, and its slopes are those that differences measure. */
import fc from "fast-check";
import { graph, numericalDerivative, Value } from "gradbook";
import { describe, expect, it } from "vitest";
import { op } from "../../src/scalar/rules.ts";

const binary = ["add", "sub", "mul", "div", "pow", "max", "leakyRelu"] as const;
type Unary = Exclude<keyof typeof op, (typeof binary)[number] | "dot" | "copy">;
const isUnary = (name: string): name is Unary => !["dot", "copy", ...binary].includes(name);
/** Where operands are drawn; [−2, 2] unless said. */
const domains: Readonly<Record<string, readonly [number, number]>> = {
  log: [0.1, 4],
  log10: [0.1, 4],
  div: [0.3, 3],
  pow: [0.3, 3],
};
const upstream = -1.7;

/** Inside the error bar, or, where the bar says that differences cannot tell, unjudged. */
function agrees(exact: number, f: (x: number) => number, x: number): void {
  const { value, error, kink } = numericalDerivative(f, x);
  if (kink || !(error <= 1e-4 * Math.max(1, Math.abs(value)))) return;
  expect(Math.abs(exact - value)).toBeLessThanOrEqual(2 * error + 1e-10 * Math.max(1, Math.abs(value)));
}
const numbersIn = ([min, max]: readonly [number, number] = [-2, 2]) =>
  fc.double({ min, max, noNaN: true }).map((x) => x + 1e-3);

describe.each(Object.keys(op).filter(isUnary))("%s", (name) => {
  it("multiplies the upstream gradient by its slope", () => {
    const f = (x: number) => upstream * new Value(x)[name]().data;
    fc.assert(
      fc.property(numbersIn(domains[name]), (at) => {
        const x = new Value(at);
        x[name]().mul(upstream).backward();
        agrees(x.grad, f, at);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});

describe.each(binary)("%s", (name) => {
  it("gives both operands their share, also when they are the same number", () => {
    fc.assert(
      fc.property(numbersIn(domains[name]), numbersIn(domains[name]), (p, q) => {
        const [a, b] = [new Value(p), new Value(q + 1e-4)];
        a[name](b).mul(upstream).backward();
        agrees(a.grad, (x) => upstream * new Value(x)[name](b.data).data, a.data);
        agrees(b.grad, (x) => upstream * a[name](new Value(x)).data, b.data);
        const twice = new Value(p);
        twice[name](twice).backward();
        if (name !== "max") agrees(twice.grad, (x) => new Value(x)[name](x).data, p);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});

describe("at a kink the course's convention holds", () => {
  const slopeAt = (f: (x: Value) => Value, at: number) => {
    const x = new Value(at);
    f(x).backward();
    return x.grad;
  };
  it.each<[string, (x: Value) => Value, number, number]>([
    ["relu'(0) = 0", (x) => x.relu(), 0, 0],
    ["leakyRelu'(0) = 1", (x) => x.leakyRelu(0.1), 0, 1],
    ["abs'(0) = 0", (x) => x.abs(), 0, 0],
    ["a tie of max goes to the first", (x) => x.max(2), 2, 1],
    ["a tie of max leaves the second nothing", (x) => new Value(2).max(x), 2, 0],
  ])("%s", (_what, f, at, slope) => {
    expect(slopeAt(f, at)).toBe(slope);
  });
});

describe("backward()", () => {
  it("adds the same for variables when called twice, and starts anew in between: 12, then 24", () => {
    const x = new Value(2);
    const square = x.mul(x);
    const y = square.mul(x);
    y.backward();
    expect([x.grad, square.grad]).toEqual([12, 2]);
    y.backward();
    expect([x.grad, square.grad]).toEqual([24, 2]);
  });
  it("survives a chain of a million additions", () => {
    const x = new Value(1);
    let y = x;
    for (let i = 0; i < 1e6; i++) y = y.add(x);
    y.backward();
    expect(x.grad).toBe(1e6 + 1);
  });
  it("goes on into what was computed before an earlier sweep", () => {
    const x = new Value(3);
    const y = x.mul(x);
    y.backward();
    x.grad = 0;
    y.mul(y).add(x).backward();
    expect(x.grad).toBe(4 * 27 + 1);
    expect(y.grad).toBe(18);
  });
});

it("graph(y) lists every number once, parents first, with slopes and gradients", () => {
  const [a, b] = [new Value(2, "a"), new Value(-3, "b")];
  const y = a.mul(b).add(a).named("y");
  y.backward();
  expect(graph(y).map(({ label, op, data, grad }) => [label ?? op, data, grad])).toEqual([
    ["a", 2, -2],
    ["b", -3, 2],
    ["mul", -6, 1],
    ["y", -4, 1],
  ]);
});
