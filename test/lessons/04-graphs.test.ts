/** @file Lesson 04 says no number that is not derived here, from the library or from the lectures' worked examples. */
import { norm, prod, tensor, Value, variable } from "gradbook";
import { describe, expect, it } from "vitest";
import type { Step } from "../../grader/tapes/draw.ts";
import { earlyOrders, sweep } from "../../grader/tapes/sweep.ts";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("04-graphs");

/** The lecture's graph, by the library. */
const cs = worked("cs434-graph-log10");
const [x1, x2, x3] = ["x1", "x2", "x3"].map((key) => new Value(cs.given.num(key))) as [Value, Value, Value];
const s = x1.sin();
const u = x1.add(s);
const l = u.log10();
const m = x2.max(x3);
const p = l.mul(m);
const y = p.mul(2);
y.backward();
const throughSine = s.grad * Math.cos(x1.data);

const rules = worked("pytorch-named-backwards");
const softmax = rules.expected.vec("logsumexp_grad");
const diamond = worked("dag-fanout-diamond");

const given = [0.5, -0.43, 4.04, 1.212, 0.606]; // upstream of the gates; "larger or smaller than"; the slide's rounding
const derived = [
  ...[s, u, l, p, y].map(({ data }) => data),
  ...[x1, x2, m, u, s].map(({ grad }) => grad),
  ...[Math.LN10, Math.cos(x1.data), throughSine],
  -(4 / 4.04) * Math.cos(5) - 4 / 4.04,
  ...[rules.expected.num("logsumexp"), ...softmax, ...rules.expected.vec("norm2_grad")],
];

describe("the prose of lesson 04", () => {
  decimalsAreKnown(prose, given, derived);
  const factor = String.raw`\(?N\)?`;
  const products = worksOut(prose, `(?<![(\\d.-])N × ${factor} = N`, (a, b) => a * b);
  const sums = worksOut(prose, String.raw`${factor} \+ ${factor} = N`, (a, b) => a + b);
  const slopes = worksOut(prose, String.raw`N/\(N × N\) = N`, (a, b, c) => a / (b * c));
  it("works out enough of them for a reader to follow", () => {
    expect(products + sums + slopes).toBeGreaterThanOrEqual(9);
  });
});

/** The diamond as a tape: x, a = x·x, 3, b = 3·a, c = a + b, y = b·c; in the lesson a is a square with one argument. */
const tape: Step[] = [
  { op: "input", args: [], data: 2 },
  { op: "mul", args: [0, 0] },
  { op: "const", args: [], data: 3 },
  { op: "mul", args: [2, 1] },
  { op: "add", args: [1, 3] },
  { op: "mul", args: [3, 4] },
];
const values = [2, 4, 3, 12, 16, 192];
const [, A, , B, C, Y] = [0, 1, 2, 3, 4, 5];
const inOrder = (...order: (number | undefined)[]) =>
  sweep(tape, values, { order: () => order.map((place) => place ?? 0) })[0];

describe("the diamond of lesson 04", () => {
  it("gives the lectures' numbers, right and wrong", () => {
    expect(inOrder(Y, C, B, A)).toBe(diamond.expected.num("dy_dx"));
    expect(inOrder(Y, B, A, C)).toBe(diamond.expected.num("wrong_preorderDfsVisitedOnce_b_before_c"));
    expect(48 * 2 ** 3).toBe(diamond.expected.num("dy_dx"));
    for (const number of ["384", "192", "144"]) expect(prose).toContain(number);
  });
  it("is drawn with the values of its tape", () => {
    const drawn = [...code.matchAll(/^ {2}\{ id: "(\w)", .*?data: (\d+)/gm)].map(([, , data]) =>
      Number(data),
    );
    expect(drawn).toEqual([2, 4, 12, 16, 192]);
    const listed = [...code.matchAll(/^ {2}\{ op: "(\w+)", args: \[([\d, ]*)\], value: (\d+)/gm)];
    expect(listed.map(([, op, args, value]) => ({ op, args, value: Number(value) }))).toEqual(
      tape.map(({ op, args }, i) => ({ op, args: args.join(", "), value: values[i] })),
    );
  });
  it("gets 384 by luck when depth-first begins with the last argument", () => {
    const ends = earlyOrders.map((order) => sweep(tape, values, { order })[0]);
    expect(ends).toContain(192);
    expect(ends).toContain(384);
  });
  it("loses what is replaced", () => {
    // a as a square with one argument, slope 2x
    const square: Step[] = tape.map((step, i) => (i === 1 ? { op: "sin", args: [0] } : step));
    const replaced = sweep(square, values, { put: () => "replaces", slopes: { sin: (x) => [2 * x] } })[0];
    expect(replaced).toBe(diamond.expected.num("wrong_overwriteInsteadOfAdd_order_y_c_b_a"));
  });
  it("has three ways from x to y", () => {
    const ways = [4 * 1 * 12, 4 * 3 * 1 * 12, 4 * 3 * 16];
    expect(prose).toContain(`bring ${ways[0]}, ${ways[1]} and ${ways[2]}`);
    expect(ways.reduce((sum, way) => sum + way)).toBe(384);
  });
});

describe("the examples of lesson 04 are those of the lectures", () => {
  it("the graph with three inputs", () => {
    const { given: g, expected: e } = worked("inf721-three-input-graph");
    const [a, b, c] = ["x", "y", "z"].map((key) => new Value(g.num(key))) as [Value, Value, Value];
    const f = a.add(b).mul(c);
    f.backward();
    expect([f.data, a.grad, b.grad, c.grad]).toEqual(
      ["f", "df_dx", "df_dy", "df_dz"].map((key) => e.num(key)),
    );
    expect(code).toContain(
      `[new Value(${a.data}, "x"), new Value(${b.data}, "y"), new Value(${c.data}, "z")]`,
    );
  });
  it("the graph with a logarithm", () => {
    expect([x1.grad, x2.grad, x3.grad]).toEqual(
      cs.expected.vec("grad").map((grad) => expect.closeTo(grad, 12)),
    );
    expect(code).toContain('new Value(5, "x1"), new Value(-2, "x2"), new Value(-5, "x3")');
    expect(prose).toContain("PyTorch prints -0.5518, 1.2130 and 0");
  });
  it("the gates", () => {
    const { given: g, expected: e } = worked("cs434-multiply-gate");
    expect(prose).toContain(
      `${g.num("x")} · (${g.num("y")}), dz = ${g.num("dz")}: ${e.num("dx")} and ${e.num("dy")}`,
    );
    const gates = worked("cs434-gate-rules");
    expect(prose).toContain(
      `max(${gates.given.num("max.x")}, ${gates.given.num("max.y")}), dz = 0.5: 0.5 and 0`,
    );
    expect(prose).toContain(`k = ${gates.given.num("scale.k")}, dz = 0.5: ${gates.expected.vec("scale")[0]}`);
  });
  it("the rules for vectors", () => {
    const factors = variable(rules.given.vec("prod_x"));
    const product = prod(factors);
    product.backward();
    expect(product.item()).toBe(-8);
    expect(prose).toContain(`at (2, -1, 4) | -8 | -4, 8, -2 |`);
    expect([...(factors.grad?.data ?? [])]).toEqual([-4, 8, -2]);
    expect(norm(tensor(rules.given.vec("norm2_x"))).item()).toBe(rules.expected.num("norm2"));
    expect(code).toContain(`const upstream = [${rules.given.vec("cumsum_upstream").join(", ")}]`);
  });
  it("the doublings", () => {
    const doubling = worked("dag-doubling");
    expect(doubling.expected.vec("pathsVisitedByNaiveDfs").at(-1)).toBe(2 ** 60);
    expect(doubling.expected.vec("nodesVisitedByTopologicalOrder").at(-1)).toBe(61);
    expect(prose).toContain("2⁶⁰ ways fit into 61 steps");
  });
});
