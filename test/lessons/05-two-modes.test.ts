/** @file Lesson 05 says no number that is not derived here, from plain arithmetic or the lectures' worked examples. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

/** By a path that is computed: solutions have type settings of their own. */
const solution = path.resolve(import.meta.dirname, "../../solutions/05-two-modes/chain-cost.ts");
const { chainCost } = (await import(solution)) as typeof import("../../exercises/05-two-modes/chain-cost.ts");

const { prose, code } = textsOf("05-two-modes");
const grad = worked("cs434-graph-log10").expected.vec("grad");

describe("the prose of lesson 05", () => {
  const q = (x: number) => x ** 2 / (x + 1);
  const slope = (q(3 + 1e-5) - q(3 - 1e-5)) / 2e-5;
  decimalsAreKnown(prose, [q(3)], [...grad, grad[0]! + grad[1]! + grad[2]!, slope]);

  const sums = worksOut(prose, String.raw`(?<!\+ |\d)N × N \+ N × N = N`, (a, b, c, d) => a * b + c * d);
  const triples = worksOut(prose, "N × N × N \\+ N × N × N = N", (a, b, c, d, e, f) => a * b * c + d * e * f);
  const threes = worksOut(
    prose,
    "N × N \\+ N × N \\+ N × N = N",
    (a, b, c, d, e, f) => a * b + c * d + e * f,
  );
  const quotients = worksOut(prose, "\\(N × N - N × N\\)/N = N", (a, b, c, d, e) => (a * b - c * d) / e);
  const gradients = worksOut(prose, "N \\+ N \\+ N = N", (a, b, c) => a + b + c);
  it("works out enough of them for a reader to follow", () => {
    expect(sums + triples + threes + quotients + gradients).toBeGreaterThanOrEqual(6);
  });
});

/** The lesson's chain, 4 → 3 → 2 → 1, by plain arithmetic. */
const W = [
  [2, 0, 1, 0],
  [0, 1, 0, 1],
  [1, -1, 0, 3],
];
const x = [1, 2, -1, 1];
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
const z1 = W.map((row) => dot(row, x));
const [a = 0, b = 0, c = 0] = z1;
const [u, v] = [a * b, b * c];
const J2 = [
  [b, a, 0],
  [0, c, b],
];
const rowTimes = (row: readonly number[], J: readonly (readonly number[])[]) =>
  J[0]!.map((_, k) => J.reduce((sum, Ji, i) => sum + row[i]! * Ji[k]!, 0));
const rows = [rowTimes(rowTimes([v, u], J2), W), rowTimes([v, u], J2), [v, u], [1]];
const t1 = W.map((row) => row[0]!);
const t2 = J2.map((row) => dot(row, t1));
const tangents = [[1, 0, 0, 0], t1, t2, [dot([v, u], t2)]];
const listed = (lists: readonly (readonly number[])[]) =>
  `[${lists.map((l) => `[${l.join(", ")}]`).join(", ")}]`;

describe("the chain of lesson 05", () => {
  it("is the one of its code", () => {
    expect(code).toContain(`const W: Mat = ${listed(W)}`);
    expect(code).toContain(`const x = [${x.join(", ")}]`);
  });
  it("has the tangents and rows that its pictures show", () => {
    expect(code).toContain(`const tangents = ${listed(tangents)};`);
    expect(code).toContain(`const rows = ${listed(rows)};`);
  });
  it("agrees with differences", () => {
    const L = ([p = 0, q = 0, r = 0, s = 0]: readonly number[]) => {
      const [d, e, f] = [2 * p + r, q + s, p - q + 3 * s];
      return d * e * e * f;
    };
    const moved = (k: number, h: number) => L(x.map((xi, i) => (i === k ? xi + h : xi)));
    for (const [k, slope] of rows[0]!.entries())
      expect((moved(k, 1e-5) - moved(k, -1e-5)) / 2e-5).toBeCloseTo(slope, 6);
  });
  it("gives the prose its rows", () => {
    expect(prose).toContain(`J = ((${J2[0]!.join(", ")}), (${J2[1]!.join(", ")}))`);
    expect(prose).toContain(`(${t1.join(", ")})`);
    expect(prose).toContain(`r₂ = (v, u) = (${v}, ${u})`);
    expect(prose).toContain("(18,\\ 12,\\ 9)");
    expect(rows[1]).toEqual([18, 12, 9]);
    expect(prose).toContain(`column of W is (${W.map((row) => row[1]).join(", ")})`);
    expect(prose).toContain(`L moves ${tangents[3]![0]} times`);
  });
});

describe("the costs of lesson 05", () => {
  const said = (n: number) => n.toLocaleString("en");
  it("are those of its own chain", () => {
    const { reverse, forward } = chainCost([4, 3, 2, 1]);
    expect(prose).toContain(`1 × 2 × 3 + 1 × 3 × 4 = ${reverse}`);
    expect(prose).toContain(`2 × 3 × 4 + 1 × 2 × 4 = ${forward}`);
  });
  it.each([
    [
      "chain-cost-784-16-16-10-1",
      (r: string, f: string) => `reverse takes ${r} multiplications and forward ${f}`,
    ],
    ["chain-cost-1-16-16-784", (r: string, f: string) => `forward wins, ${f} to ${r}`],
  ])("%s", (id, sentence) => {
    const { expected } = worked(id);
    expect(prose).toContain(sentence(said(expected.num("reverse")), said(expected.num("forward"))));
  });
  it("chain-cost-64-32-1-32-64", () => {
    const { expected } = worked("chain-cost-64-32-1-32-64");
    expect(expected.num("reverse")).toBe(expected.num("forward"));
    expect(prose).toContain(`both cost ${said(expected.num("reverse"))}`);
    expect(prose).toContain(`pays ${said(expected.num("optimal"))}`);
  });
  it("the parameters of the lectures' digit network", () => {
    const parameters = 784 * 16 + 16 + 16 * 16 + 16 + 16 * 10 + 10;
    expect(prose).toContain(`The network of ${said(parameters)} parameters in lesson 1`);
    expect(prose).toContain(
      `Nudging took ${said(2 * parameters)} runs, forward mode would take ${said(parameters)}`,
    );
  });
  it("the loss by a weight matrix", () => {
    const { given, expected } = worked("cs434-order-cost-10-16-784");
    const [k1, k2, d] = [given.num("k1"), given.num("k2"), given.num("d")];
    expect(prose).toContain(`has ${said(d * k1)} of them`);
    const leftToRight = k2 * k1 + k1 * d * k1;
    expect(leftToRight).toBe(expected.num("leftToRight"));
    expect(prose).toContain(`${k2} × ${k1} + ${k1} × ${said(d * k1)} = ${said(leftToRight)}`);
    expect(prose).toContain(said(expected.num("rightToLeft")));
    expect(prose).toContain(`${said(expected.num("leftToRightWithOuterProduct"))} in all`);
  });
});
