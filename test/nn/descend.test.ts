/** Descent, against the lectures' trajectory and against the papers' formulas. */
import { adam, type Descend, minibatches, mulberry32, sgd, type Tensor, tensor } from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";

describe("sgd", () => {
  const { given, expected } = worked("mit-momentum-quadratic");
  const lambda = tensor(given.vec("lambda"));
  const path = (step: Descend) => {
    let theta: Tensor = tensor(given.vec("theta0"));
    const found = [theta.toList()];
    for (let t = 0; t < given.num("steps"); t++) {
      theta = step(theta, lambda.mul(theta));
      found.push(theta.toList());
    }
    return found;
  };
  const near = (rows: number[][]) => rows.map((row) => row.map((x) => expect.closeTo(x, 12)));
  const lr = given.num("eta");
  it("without momentum is gradient descent", () => {
    expect(path(sgd({ lr }))).toEqual(near(expected.mat("gradientDescent")));
  });
  it("with momentum is the heavy ball", () => {
    expect(path(sgd({ lr, momentum: given.num("momentum") }))).toEqual(near(expected.mat("heavyBall")));
  });
});

describe("adam", () => {
  it("moves by the paper's formula, entry by entry, at the first and the second step", () => {
    const [lr, beta1, beta2, eps] = [0.1, 0.8, 0.9, 1e-6];
    const step = adam({ lr, beta1, beta2, eps });
    const [g1, g2] = [4, -1];
    const [m1, v1] = [(1 - beta1) * g1, (1 - beta2) * g1 ** 2];
    const [m2, v2] = [beta1 * m1 + (1 - beta1) * g2, beta2 * v1 + (1 - beta2) * g2 ** 2];
    const first = 1 - (lr * (m1 / (1 - beta1))) / (Math.sqrt(v1 / (1 - beta2)) + eps);
    const second = first - (lr * (m2 / (1 - beta1 ** 2))) / (Math.sqrt(v2 / (1 - beta2 ** 2)) + eps);
    const theta1 = step({ w: tensor([1]) }, { w: tensor([g1]) });
    expect(theta1.w.toList()).toEqual([expect.closeTo(first, 14)]);
    expect(step(theta1, { w: tensor([g2]) }).w.toList()).toEqual([expect.closeTo(second, 14)]);
  });
  it("first steps lr far in every entry, whatever the gradient's scale; not at all where it is 0", () => {
    const moved = adam({ lr: 0.01 })(tensor([0, 0, 0]), tensor([1e-3, -1e3, 0])).toList();
    expect(moved).toEqual([expect.closeTo(-0.01, 6), expect.closeTo(0.01, 6), 0]);
  });
});

describe("either", () => {
  it.each([
    ["sgd", sgd({ lr: 0.1, momentum: 0.9 })],
    ["adam", adam()],
  ])("%s keeps the form of the parameters, and leaves the old ones as they are", (_name, step) => {
    const old = { W: tensor([[1, 2]]), rest: [tensor(3)] };
    const next = step(old, { W: tensor([[1, 1]]), rest: [tensor(1)] });
    expect(next.W.shape).toEqual([1, 2]);
    expect(next.rest[0]?.shape).toEqual([]);
    expect(old.W.toList()).toEqual([[1, 2]]);
  });
});

describe("minibatches", () => {
  it("hold each index once, in another order each time, the last batch shorter", () => {
    const rng = mulberry32(5);
    const [epoch, next] = [minibatches(10, 4, rng), minibatches(10, 4, rng)];
    expect(epoch.map((batch) => batch.length)).toEqual([4, 4, 2]);
    expect(epoch.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(next.flat()).not.toEqual(epoch.flat());
  });
});
