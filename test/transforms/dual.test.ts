/** Dual numbers, against differences that know no derivative rule, against Value, and against jacobian. */
import fc from "fast-check";
import { Dual, jacobian, numericalDerivative, type Tensor, tensor, Value } from "gradbook";
import { describe, expect, it } from "vitest";

type Domain = readonly [low: number, high: number];
const anywhere: Domain = [-2, 2];
const positive: Domain = [0.1, 4];
const unary = {
  neg: anywhere,
  exp: anywhere,
  log: positive,
  log10: positive,
  sin: anywhere,
  cos: anywhere,
  tanh: anywhere,
  sigmoid: anywhere,
  relu: anywhere,
  abs: anywhere,
} as const;
const binary = {
  add: anywhere,
  sub: anywhere,
  mul: anywhere,
  div: positive,
  pow: positive,
  max: anywhere,
} as const;

const fixed = { seed: 7, numRuns: 30 };
/** Thousandths: differences have nothing to step by next to the smallest of all numbers. */
const between = ([low, high]: Domain) =>
  fc.integer({ min: 1000 * low, max: 1000 * high }).map((x) => x / 1000);
/** Relative to what is larger than 1. */
const near = (a: number, b: number, tolerance = 1e-12) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b)));

describe.each(Object.entries(unary))("%s", (name, domain) => {
  const method = name as keyof typeof unary;
  it("has the slope that differences find", () => {
    fc.assert(
      fc.property(between(domain), (x) => {
        const { value, error, kink } = numericalDerivative((t) => new Dual(t)[method]().re, x);
        if (!kink) near(new Dual(x, 1)[method]().du, value, error + 1e-12);
      }),
      fixed,
    );
  });
  it("has the value and the slope of Value, also at 0 and ±1000", () => {
    for (const x of [0, -0.5, 1.5, 1000, -1000]) {
      if (domain === positive && x <= 0) continue;
      const v = new Value(x);
      const y = v[method]();
      y.backward();
      const d = new Dual(x, 1)[method]();
      if (Number.isFinite(y.data)) near(d.re, y.data);
      if (Number.isFinite(v.grad)) near(d.du, v.grad);
      expect(d.du).not.toBeNaN();
    }
  });
});

describe.each(Object.entries(binary))("%s", (name, domain) => {
  const method = name as keyof typeof binary;
  it("adds up the tangents of both operands as Value adds up slopes", () => {
    fc.assert(
      fc.property(between(domain), between(domain), between(anywhere), between(anywhere), (a, b, da, db) => {
        const [u, v] = [new Value(a), new Value(b)];
        u[method](v).backward();
        near(new Dual(a, da)[method](new Dual(b, db)).du, u.grad * da + v.grad * db);
      }),
      fixed,
    );
  });
});

describe("a Dual", () => {
  it("has the slope of Value for leakyRelu, on both sides", () => {
    for (const x of [-1.5, 0, 1.5]) {
      const u = new Value(x);
      u.leakyRelu(0.3).backward();
      near(new Dual(x, 0.7).leakyRelu(0.3).du, 0.7 * u.grad);
    }
  });
  it("rebuilds a gradient by one seeded run for each input", () => {
    const f = (x: Dual, y: Dual, z: Dual) => x.add(x.sin()).log10().mul(2).mul(y.max(z));
    const tensorF = (x: Tensor) => {
      const [a, b, c] = [0, 1, 2].map((i) => x.take([i]).sum()) as [Tensor, Tensor, Tensor];
      return a.add(a.sin()).log10().mul(2).mul(b.maximum(c));
    };
    const at = [5, -2, -5];
    const rows = at.map((_, seeded) => {
      const [x, y, z] = at.map((value, i) => new Dual(value, i === seeded ? 1 : 0)) as [Dual, Dual, Dual];
      return f(x, y, z).du;
    });
    const exact = jacobian(tensorF)(tensor(at)).toList() as number[];
    for (const [i, slope] of rows.entries()) near(slope, exact[i]!);
  });
  it("has slope 2a for a², also where ln a is undefined, and slope 0 for a⁰ at 0", () => {
    expect(new Dual(-3, 1).pow(2).du).toBe(-6);
    expect(new Dual(0, 1).pow(0).du).toBe(0);
  });
  it("names what is not a number", () => {
    expect(() => new Dual("1" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: new Dual: re is the string "1"; a number is expected]`,
    );
    expect(() => new Dual(1).mul(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: mul: the operand is undefined; a Dual or a number is expected]`,
    );
  });
});
