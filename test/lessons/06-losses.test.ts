/** @file Lesson 06 says no number that is not derived here, from the lectures' worked examples or from the library. */
import {
  crammerSingerHinge,
  crossEntropy,
  huber,
  oneVsRestHinge,
  tensor,
  Value,
  westonWatkinsHinge,
} from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("06-losses");
const { exp, log, log1p } = Math;

const regression = worked("cs434-regression-losses");
const soft = worked("softmax-cross-entropy");
const large = worked("softmax-large-logits");
const [hinge, hinge2] = [worked("cs434-hinge"), worked("cs434-hinge-2")];
const logistic = worked("inf721-logistic-scalar");
const logistic0 = worked("inf721-logistic-scalar-y0");

const measured = [1, 2, 2.5, 4, 40];
const mean = measured.reduce((sum, b) => sum + b, 0) / measured.length;
/** The entry of a list of the regression example at one residual. */
const at = (r: number, key: string) =>
  regression.expected.vec(key)[regression.given.vec("residual_a_minus_b").indexOf(r)]!;
const [z, t, p] = [soft.given.vec("z"), soft.given.vec("softTarget"), soft.expected.vec("p")];
const jacobian = soft.expected.mat("softmaxJacobian");
const dp = soft.expected.vec("dCeSoft_dp");
const scores = hinge.given.vec("scores");
const scores2 = hinge2.given.vec("scores");
const sigmoid = (x: number) => new Value(x).sigmoid().data;

/** "0.4 - 0.2 × 2 + 1": products before sums. */
const worth = (sum: string): number =>
  sum
    .replaceAll(" - ", " + -1 × ")
    .split(" + ")
    .map((term) => term.split(" × ").reduce((product, factor) => product * Number(factor), 1))
    .reduce((total, term) => total + term, 0);

/** Numbers that the lesson sets. */
const given = [...measured, ...z, ...t, ...scores, ...scores2, -0.5, logistic.expected.num("z")];
/** Numbers that follow from them. */
const derived = [
  ...["squared", "dSquared_da", "absolute", "huber", "dHuber_da"].flatMap((key) => [
    at(-3, key),
    at(0.25, key),
  ]),
  0.25,
  ...[mean, 2 * (mean - 40), 2.75, 2.75 - 2], // Huber's balance is checked below
  ...[...z.map(exp), z.map(exp).reduce((sum, e) => sum + e, 0), ...p, exp(1)],
  ...[sigmoid(1), large.expected.vec("p")[2]!],
  ...[soft.expected.num("ceOneHot"), soft.expected.num("ceOneHot") + z[0]!],
  ...[...dp, ...jacobian.map((row) => row[0]!), ...soft.expected.vec("dCeSoft_dz")],
  dp[0]! * jacobian[0]![0]!, // the wrong way
  worth("-1.0622 × 0.2247 + 0.8250 × 0.1598 + 1.0145 × 0.0650"), // from the digits shown
  ...[hinge.expected.num("oneVsRestPlusMinus1"), hinge.expected.num("multiclassWestonWatkins")],
  ...[
    1 + scores2[0]! - scores2[1]!,
    1 + scores2[2]! - scores2[1]!,
    hinge2.expected.num("multiclassWestonWatkins"),
  ],
  ...[1 - scores2[1]!, 1 + scores2[0]!, 1 + scores2[2]!, 1 + (1 - scores2[1]!) + 1],
  -log(1e-7),
  ...[logistic0.expected.num("L"), logistic.expected.num("L")],
  log(0.5),
];

describe("the prose of lesson 06", () => {
  decimalsAreKnown(prose, given, derived);
  const pulls = worksOut(prose, String.raw`N × \(N - N\) = N`, (a, b, c) => a * (b - c));
  const chains = [...prose.matchAll(/(?<![\d.+×-] ?)(-?[\d.]+(?: [-+×] -?[\d.]+)+) = (-?[\d.]*\d)/g)];
  it.each(chains.map(([text, left = "", right = ""]) => [text, left, right] as const))(
    "%s",
    (_, left, right) => {
      const decimals = right.split(".")[1]?.length ?? 0;
      expect(worth(left).toFixed(decimals)).toBe(right);
    },
  );
  it("works enough out for a reader to follow", () => {
    expect(chains.length + pulls).toBeGreaterThanOrEqual(10);
  });
});

describe("the examples of lesson 06", () => {
  it("the five measurements: where Huber's slopes balance", () => {
    const [a, b] = [tensor(measured.map(() => 2.75)), tensor(measured)];
    const around = [-0.01, 0, 0.01].map((move) => huber(a.add(move), b).item());
    expect(Math.min(...around)).toBe(around[1]);
    expect(prose).toContain("where the slopes are 1, 0.75, 0.25, -1 and -1");
    expect(code).toContain(`const measured = [${measured.join(", ")}];`);
  });
  it("softmax and cross-entropy are the lecture's", () => {
    expect(code).toContain(`const [z3, t3] = [[${z.join(", ")}], [${t.join(", ")}]];`);
    expect(crossEntropy(tensor([z]), [0]).item()).toBeCloseTo(soft.expected.num("ceOneHot"), 12);
    expect(p[0]! / p[1]!).toBeCloseTo(exp(1), 12);
  });
  it("the hinge tables are the lecture's, and the library's", () => {
    for (const { given, expected } of [hinge, hinge2]) {
      const [s, c] = [tensor([given.vec("scores")]), [given.num("class")]];
      expect(oneVsRestHinge(s, c).item()).toBeCloseTo(expected.num("oneVsRestPlusMinus1"), 12);
      expect(westonWatkinsHinge(s, c).item()).toBeCloseTo(expected.num("multiclassWestonWatkins"), 12);
      expect(crammerSingerHinge(s, c).item()).toBeCloseTo(expected.num("multiclassCrammerSinger"), 12);
    }
    const rows = [
      ["one-vs-rest", "oneVsRestPlusMinus1", "dOneVsRest"],
      ["Weston-Watkins", "multiclassWestonWatkins", "dWestonWatkins"],
      ["Crammer-Singer", "multiclassCrammerSinger", "dCrammerSinger"],
    ] as const;
    for (const [name, value, slopes] of rows) {
      const row = prose.split("\n").find((line) => line.startsWith(`| ${name} |`)) ?? "";
      expect(
        row.endsWith(`| ${hinge.expected.num(value)} | (${hinge.expected.vec(slopes).join(", ")}) |`),
      ).toBe(true);
    }
    expect(prose).toContain(`s = (${scores.join(", ")}), c = 0`);
    expect(prose).toContain(`then it is 1.4 + 0.9 + 0.7 = ${hinge2.expected.num("oneVsRestPlusMinus1")}`);
  });
  it("the misprinted hinge is the short form plus a margin for each wrong class", () => {
    const { given, expected } = hinge;
    const wrongClasses = given.vec("scores").length - 1;
    expect(expected.num("slideSumOneHot01")).toBe(
      expected.num("slideSimplified") + wrongClasses * given.num("delta"),
    );
  });
  it("the safe form of binary cross-entropy", () => {
    const [x, safe] = [0.9, (v: number, y: number) => Math.max(v, 0) - y * v + log1p(exp(-Math.abs(v)))];
    expect(safe(x, 0)).toBeCloseTo(logistic0.expected.num("L"), 12);
    expect(safe(x, 1)).toBeCloseTo(logistic.expected.num("L"), 12);
  });
  it("A, B, C, D and E are evaluated where 6.5 asks for them, and nowhere else", () => {
    for (const key of ["inf721-bce-bracket", "cs434-graph-ln", "cs434-graph-log10"]) {
      const numbers = JSON.stringify(
        worked(key).expected.num(key === "inf721-bce-bracket" ? "asPrinted_y0" : "grad.0"),
      );
      expect(prose).not.toContain(numbers.slice(1, 7));
    }
  });
});
