/** @file Lesson 09 says no number that is not derived here, from the library or the lectures' worked examples. */
import path from "node:path";
import {
  adam,
  crossEntropy,
  grad,
  he,
  linear,
  minibatches,
  mulberry32,
  relu,
  sequential,
  type Tensor,
  tensor,
  tinyDigits,
  valueAndGrad,
} from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

/** By a path that is computed: solutions have type settings of their own. */
const solution = path.resolve(import.meta.dirname, "../../solutions/09-inputs/input-gradient.ts");
const { inputGradient } = (await import(
  solution
)) as typeof import("../../exercises/09-inputs/input-gradient.ts");

const { prose, code } = textsOf("09-inputs");

const net = worked("mit-mlp-relu");
const [W1, W2, x] = [net.given.mat("W1"), net.given.mat("W2"), net.given.vec("x")];
const slopes = (j: number) => inputGradient(W1, [0, 0, 0], W2, [0, 0], x, j);
const unit = worked("mit-unit-visualization-linear");
const attack = worked("mit-adversarial-linear-softmax");
const g = attack.expected.vec("d_log_p_target_dx");
const [eps, total, length] = [
  attack.given.num("epsilon"),
  g.reduce((sum, gk) => sum + Math.abs(gk), 0),
  Math.hypot(...g),
];
const said = (numbers: readonly number[], digits?: number) =>
  `(${numbers.map((n) => (digits === undefined ? `${n}` : n.toFixed(digits))).join(", ")})`;

describe("the prose of lesson 09", () => {
  const given = [
    ...[...x, ...W1.flat(), ...W2.flat(), ...net.expected.vec("g1")],
    ...[...unit.given.vec("w"), unit.given.num("lambda"), unit.given.num("eta")],
    ...[...attack.given.vec("x"), eps, 0.1, 8 * 0.1],
  ];
  const derived = [
    ...[...net.expected.vec("z"), ...net.expected.vec("yhat"), ...net.expected.vec("g4_dJ_dx")],
    ...[...slopes(0).dx, ...slopes(1).dx],
    ...unit.expected.mat("iterates").slice(0, 3).flat(),
    ...[unit.expected.num("maxValue"), 10.5],
    ...[...attack.expected.vec("p"), ...g, total, length, eps * total, eps * length],
    ...[
      1 - attack.expected.vec("p")[1]!,
      attack.expected.vec("linfStep_p")[1]!,
      attack.expected.vec("l2Step_p")[1]!,
    ],
  ];
  decimalsAreKnown(prose, given, derived);

  const factor = String.raw`\(?N\)?`;
  const found = [
    worksOut(
      prose,
      `${factor} × ${factor} \\+ N × ${factor} \\+ N × N = N`,
      (...n) => n[0]! * n[1]! + n[2]! * n[3]! + n[4]! * n[5]!,
    ),
    worksOut(prose, `N × N - N × ${factor} = N`, (a, b, c, d) => a * b - c * d),
    worksOut(prose, "N \\+ N × \\(N - N × N\\) = N", (a, b, c, d, e) => a + b * (c - d * e)),
    worksOut(prose, "N × \\(N\\) - N × N = N", (a, b, c, d) => a * b - c * d),
    worksOut(prose, "(?<![×(] |\\d\\) )N - N × N = N", (a, b, c) => a - b * c),
    worksOut(prose, String.raw`(?<![-+] |[\d.])N × N = N`, (a, b) => a * b),
  ];
  it("works out enough of them for a reader to follow", () => {
    expect(found.every((count) => count > 0)).toBe(true);
  });
});

describe("the examples of lesson 09 are those of the lectures", () => {
  it("the relu network", () => {
    expect(code).toContain(
      "[[[0.5, -0.25, 1], [-1, 0.75, 0.5], [0.2, -0.1, -0.4]], [[1, -1, 2], [0.5, 0.3, -1.5]]]",
    );
    expect([W1, W2]).toEqual([
      [
        [0.5, -0.25, 1],
        [-1, 0.75, 0.5],
        [0.2, -0.1, -0.4],
      ],
      [
        [1, -1, 2],
        [0.5, 0.3, -1.5],
      ],
    ]);
    for (const numbers of [x, net.expected.vec("z"), net.expected.vec("h"), net.expected.vec("yhat"), W2[0]!])
      expect(prose).toContain(said(numbers));
    expect(prose).toContain(said(net.expected.vec("g1")));
    expect(prose).toContain(said(net.expected.vec("g4_dJ_dx")));
  });
  it("the climb on a line", () => {
    const [, first, second] = unit.expected.mat("iterates");
    for (const numbers of [unit.given.vec("w"), first!, second!, unit.expected.vec("maximiser")])
      expect(prose).toContain(said(numbers));
    const at = unit.expected.vec("maximiser");
    const y = at.reduce((sum, xk, k) => sum + xk * unit.given.vec("w")[k]!, 0);
    const squares = at.reduce((sum, xk) => sum + xk * xk, 0);
    expect(prose).toContain(
      `${y} - ${unit.given.num("lambda")} × ${squares} = ${unit.expected.num("maxValue")}`,
    );
  });
  it("the change that flips, in one budget and not in the other", () => {
    expect(code).toContain(`const xl = [${attack.given.vec("x").join(", ")}]`);
    expect(prose).toContain(said(attack.expected.vec("p"), 4));
    expect(prose).toContain(said(g, 4));
    expect(attack.expected.num("linfPredicted")).toBe(attack.given.num("target"));
    expect(attack.expected.num("l2Predicted")).toBe(attack.expected.num("predicted"));
  });
});

/** As the lesson does it. */
describe("the tiny digits of lesson 09", () => {
  const [seen, fresh] = [tinyDigits(600, mulberry32(1)), tinyDigits(400, mulberry32(2))];
  const reader = sequential(linear(64, 16, he), relu, linear(16, 10));
  const [rng, descend] = [mulberry32(3), adam({ lr: 0.01 })];
  let theta = reader.init(rng);
  const loss = valueAndGrad((p: typeof theta, batch: readonly number[]) =>
    crossEntropy(
      reader.apply(p, tensor(batch.map((i) => seen.X[i]!))),
      batch.map((i) => seen.y[i]!),
    ),
  );
  for (let epoch = 0; epoch < 20; epoch++)
    for (const batch of minibatches(600, 50, rng)) theta = descend(theta, loss(theta, batch).grad);

  const rightOf = (X: number[][]) =>
    (reader.apply(theta, tensor(X)).toList() as number[][]).filter(
      (y, i) => y.indexOf(Math.max(...y)) === fresh.y[i],
    ).length;
  const moved = (by: number[][]) =>
    fresh.X.map((row, i) => row.map((xk, k) => Math.min(1, Math.max(0, xk + by[i]![k]!))));
  const tenths = (signs: number[][]) => signs.map((row) => row.map((sign) => 0.1 * Math.sign(sign)));

  it("are read as well as it says, before and after the attack", () => {
    const lossOf = (X: Tensor) => crossEntropy(reader.apply(theta, X), fresh.y);
    const uphill = grad(lossOf)(tensor(fresh.X)).toList() as number[][];
    const coin = mulberry32(4);
    const coins = fresh.X.map((row) => row.map(() => (coin() < 0.5 ? -1 : 1)));
    const along = uphill.map((row) => row.map((gk) => (0.8 * gk) / Math.hypot(...row)));
    expect(prose).toContain(`reads ${rightOf(fresh.X)} of 400`);
    const [shaken, attacked] = [coins, uphill].map((signs) => rightOf(moved(tenths(signs))));
    expect(prose).toContain(`random signs leave ${shaken} of 400 right, the attack ${attacked}.`);
    expect(prose).toContain(`Give it that length, 0.8, and only ${rightOf(moved(along))} are right.`);
  });
});
