/** What goes wrong in other libraries: one statement each, for Value. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { graph, Value, zeroGrad } from "gradbook";
import { describe, expect, it } from "vitest";

describe("backward", () => {
  it("twice on y = (x·x)·x at 2 adds 12 and 12, never 32; in between it starts anew", () => {
    const x = new Value(2);
    const square = x.mul(x);
    const y = square.mul(x);
    y.backward();
    y.backward();
    expect([x.grad, square.grad, y.grad]).toEqual([24, 2, 1]);
    zeroGrad([x]);
    y.backward();
    expect(x.grad).toBe(12);
  });
  it("adds up what a shared node owes on all its ways", () => {
    const x = new Value(3);
    const shared = x.mul(x);
    shared.mul(shared).add(shared).backward(); // x⁴ + x²
    expect(x.grad).toBe(4 * 27 + 2 * 3);
  });
  it("of two results on one graph adds up at the variables", () => {
    const x = new Value(3);
    const [a, b] = [x.mul(2), x.mul(x)];
    a.backward();
    b.backward();
    expect(x.grad).toBe(2 + 6);
  });
});

describe("pages of the tape", () => {
  it("a number of a page that was swept is used again with its slopes", () => {
    const x = new Value(2);
    const square = x.mul(x);
    square.backward(); // closes the page
    zeroGrad([x]);
    const y = square.mul(x).add(square);
    y.backward();
    expect([x.grad, square.grad]).toEqual([3 * 4 + 2 * 2, 3]);
  });
  it("three pages that use each other's numbers, swept in any order", () => {
    const x = new Value(2);
    const a = x.mul(x);
    a.backward();
    const b = a.mul(x);
    b.backward();
    const c = b.mul(a); // x⁵
    zeroGrad([x]);
    c.backward();
    expect(x.grad).toBe(5 * 16);
    zeroGrad([x]);
    a.backward();
    expect(x.grad).toBe(4);
  });
  it("a number at the start of a page-filling chain still gets its share at the end", () => {
    const x = new Value(1);
    const early = x.mul(3);
    let y = early;
    for (let i = 0; i < 300_000; i++) y = y.add(1e-6);
    y.mul(early).backward();
    expect(x.grad).toBeCloseTo(3 * 3.3 + 3 * 3, 6);
  });
});

describe("values and slopes", () => {
  it("relu(−1) is 0, and so is its slope", () => {
    const x = new Value(-1);
    const y = x.relu();
    y.backward();
    expect([y.data, x.grad]).toEqual([0, 0]);
  });
  it("x² is differentiated at −3 and at 0, x⁰ at 0", () => {
    const slope = (x: number, n: number) => {
      const v = new Value(x);
      v.pow(n).backward();
      return v.grad + 0;
    };
    expect([slope(-3, 2), slope(0, 2), slope(0, 1), slope(0, 0)]).toEqual([-6, 0, 1, 0]);
  });
  it("σ and tanh saturate at ±1000 without NaN", () => {
    for (const at of [1000, -1000])
      for (const name of ["sigmoid", "tanh"] as const) {
        const x = new Value(at);
        const y = x[name]();
        y.backward();
        expect([Number.isFinite(y.data), x.grad]).toEqual([true, 0]);
      }
  });
  it("a gradient is a plain number: second derivatives are those of Tensor", () => {
    const x = new Value(2);
    x.pow(3).backward();
    expect(x.grad).toBe(12);
  });
});

describe("a variable that gets another number", () => {
  it("leaves what was computed from the old one as it was", () => {
    const x = new Value(2);
    const y = x.mul(x);
    x.data = 10;
    y.backward();
    expect([y.data, x.grad, x.data]).toEqual([4, 4, 10]);
  });
  it("is used with the new one from then on, and shows once in drawings of either", () => {
    const x = new Value(2, "x");
    x.data = 10;
    const y = x.mul(x);
    expect(graph(y).map(({ label, data }) => [label, data])).toEqual([
      ["x", 10],
      [undefined, 100],
    ]);
  });
});

describe("errors name the operation and the argument", () => {
  it("operands that are not numbers", () => {
    expect(() => new Value(1).mul(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: mul: the operand is undefined; a Value or a number is expected]`,
    );
    expect(() => new Value(1).add("2" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: add: the operand is the string "2"; a Value or a number is expected]`,
    );
    expect(() => new Value("3" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: new Value: data is the string "3"; a number is expected]`,
    );
  });
  it("a new number that is none, and a computed number that is set", () => {
    const x = new Value(1);
    expect(() => {
      x.data = undefined as never;
    }).toThrowErrorMatchingInlineSnapshot(`[TypeError: data is undefined; a number is expected]`);
    expect(() => {
      x.mul(2).data = 3;
    }).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: data: this number was computed; only that of a variable can be set]`,
    );
  });
});

describe("memory", () => {
  it("graphs that nobody holds are collected, while their variables live on", () => {
    const program = fileURLToPath(new URL("dropped-graphs.ts", import.meta.url));
    const flags = ["--expose-gc", "--conditions=source", "--import", "tsx"];
    const grown = JSON.parse(execFileSync(process.execPath, [...flags, program], { encoding: "utf8" }));
    // 200 graphs of 20,000 numbers are 4 million numbers, over 100 MB; and 200 tensors of 800 kB each.
    expect(grown.scalar).toBeLessThan(20e6);
    expect(grown.tensor).toBeLessThan(20e6);
    expect(grown.gradient).toBeLessThan(20e6);
  }, 60_000);
});
