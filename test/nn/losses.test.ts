/** Losses, against the lectures' worked examples and against numerical gradients. */
import {
  absolute,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crammerSingerHinge,
  crossEntropy,
  grad,
  halfSquared,
  hinge,
  huber,
  logSoftmax,
  meanSquared,
  numericalGradient,
  oneVsRestHinge,
  softmax,
  squared,
  type Tensor,
  tensor,
  westonWatkinsHinge,
} from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";

const close = (x: readonly number[]) => x.map((xi) => expect.closeTo(xi, 12));
const slopes = (f: (x: Tensor) => Tensor, x: number[]) =>
  (grad(f)(tensor(x)).toList() as number[]).map((slope) => slope + 0); // −0 is 0

describe("regression losses of a residual", () => {
  const { given, expected } = worked("cs434-regression-losses");
  const narrow = worked("cs434-huber-delta-0.5").expected;
  const r = given.vec("residual_a_minus_b");
  const each = (loss: (a: Tensor, b: Tensor) => Tensor) => r.map((ri) => loss(tensor(ri), tensor(0)).item());
  const slopesOf = (loss: (a: Tensor, b: Tensor) => Tensor) =>
    slopes((a) => loss(a, tensor(r.map(() => 0))), r);
  it.each<[string, (a: Tensor, b: Tensor) => Tensor, number[], number[]]>([
    ["squared", squared, expected.vec("squared"), expected.vec("dSquared_da")],
    ["absolute", absolute, expected.vec("absolute"), expected.vec("dAbsolute_da")],
    ["huber, δ = 1", huber, expected.vec("huber"), expected.vec("dHuber_da")],
    ["huber, δ = ½", (a, b) => huber(a, b, 0.5), narrow.vec("huber"), narrow.vec("dHuber_da")],
  ])("%s has the slide's values and slopes", (_name, loss, values, derivatives) => {
    expect(each(loss)).toEqual(close(values));
    expect(slopesOf(loss)).toEqual(close(derivatives));
  });
  it("squared is twice halfSquared and n times meanSquared", () => {
    const [a, b] = [tensor([[1, 2, 4]]), tensor([[0, 5, 1]])];
    expect([squared, halfSquared, meanSquared].map((loss) => loss(a, b).item())).toEqual([19, 9.5, 19 / 3]);
  });
});

describe("classification losses", () => {
  it.each(["cs434-hinge", "cs434-hinge-2"])("the hinge family on %s", (id) => {
    const { given, expected } = worked(id);
    const family = [
      [oneVsRestHinge, "oneVsRestPlusMinus1", "dOneVsRest"],
      [westonWatkinsHinge, "multiclassWestonWatkins", "dWestonWatkins"],
      [crammerSingerHinge, "multiclassCrammerSinger", "dCrammerSinger"],
    ] as const;
    for (const [loss, value, derivative] of family) {
      const of = (s: Tensor) => loss(s.reshape([1, -1]), [given.num("class")], given.num("delta"));
      expect(of(tensor(given.vec("scores"))).item()).toBeCloseTo(expected.num(value), 12);
      expect(slopes(of, given.vec("scores"))).toEqual(close(expected.vec(derivative)));
    }
  });
  it("the binary hinge is flat beyond its margin and has slope −y/n inside", () => {
    const y = tensor([1, -1, 1, -1]);
    expect(slopes((s) => hinge(s, y), [2, -0.5, 0.5, 3])).toEqual([0, 0.25, -0.25, 0.25]);
  });
  it("softmax and cross-entropy on the lecture's logits", () => {
    const { given, expected } = worked("softmax-cross-entropy");
    const z = given.vec("z");
    const one = (t: Tensor) => crossEntropy(t.reshape([1, 3]), [given.num("oneHotClass")]);
    const soft = (t: Tensor) =>
      logSoftmax(t)
        .mul(tensor(given.vec("softTarget")))
        .sum()
        .neg();
    expect(softmax(tensor(z)).toList()).toEqual(close(expected.vec("p")));
    expect(one(tensor(z)).item()).toBeCloseTo(expected.num("ceOneHot"), 12);
    expect(slopes(one, z)).toEqual(close(expected.vec("dCeOneHot_dz")));
    expect(soft(tensor(z)).item()).toBeCloseTo(expected.num("ceSoft"), 12);
    expect(slopes(soft, z)).toEqual(close(expected.vec("dCeSoft_dz")));
  });
  it("cross-entropy of logits around 1000", () => {
    const { given, expected } = worked("softmax-large-logits");
    const z = tensor([given.vec("z")]);
    expect(softmax(z).toList()).toEqual([close(expected.vec("p"))]);
    expect(crossEntropy(z, [given.num("oneHotClass")]).item()).toBeCloseTo(expected.num("ceOneHot"), 12);
  });
  it("binary cross-entropy of logistic regression, from probabilities and from logits", () => {
    const { given, expected } = worked("inf721-logistic-batch");
    const [X, y, b] = [tensor(given.mat("X")), tensor(given.vec("y")), given.num("b")];
    const fromLogits = (w: Tensor) => binaryCrossEntropyWithLogits(X.matmul(w).add(b), y);
    const fromProbabilities = (w: Tensor) => binaryCrossEntropy(X.matmul(w).add(b).sigmoid(), y);
    for (const loss of [fromLogits, fromProbabilities]) {
      expect(loss(tensor(given.vec("w"))).item()).toBeCloseTo(expected.num("L_mean"), 12);
      expect(slopes(loss, given.vec("w"))).toEqual(close(expected.vec("dL_dw")));
    }
  });
  it("binary cross-entropy from logits stays finite at ±1000", () => {
    const of = (z: Tensor) => binaryCrossEntropyWithLogits(z, tensor([0, 1]));
    expect(of(tensor([1000, -1000])).item()).toBe(1000);
    expect(slopes(of, [1000, -1000])).toEqual([0.5, -0.5]);
  });
});

describe("off its kinks", () => {
  const [scores, targets, classes] = [
    [0.3, -1.2, 0.9, 2.1, 0.4, -0.7],
    [0.5, 1.4, -0.3, 0.2, 1, -2],
    [2, 0],
  ];
  const signs = tensor([1, -1, 1, -1, 1, -1]);
  const halves = tensor([1, 0, 1, 0.25, 0, 1]);
  it.each<[string, (x: Tensor) => Tensor]>([
    ...[squared, halfSquared, meanSquared, absolute, huber].map(
      (loss) => [loss.name, (x: Tensor) => loss(x, tensor(targets))] as [string, (x: Tensor) => Tensor],
    ),
    ...[crossEntropy, oneVsRestHinge, westonWatkinsHinge, crammerSingerHinge].map(
      (loss) =>
        [loss.name, (x: Tensor) => loss(x.reshape([2, 3]), classes)] as [string, (x: Tensor) => Tensor],
    ),
    ["hinge", (x) => hinge(x, signs)],
    ["binaryCrossEntropy", (x) => binaryCrossEntropy(x.sigmoid(), halves)],
    ["binaryCrossEntropyWithLogits", (x) => binaryCrossEntropyWithLogits(x, halves)],
  ])("%s has the gradient that differences find", (_name, loss) => {
    const numerical = numericalGradient((x: number[]) => loss(tensor(x)).item(), scores);
    expect(numerical.kinks).toEqual([]);
    for (const [i, slope] of slopes(loss, scores).entries())
      expect(Math.abs(slope - numerical.value[i]!)).toBeLessThanOrEqual(numerical.error[i]! + 1e-14);
  });
});
