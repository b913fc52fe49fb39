/** Layers and initialisers. */
import {
  grad,
  he,
  leakyRelu,
  linear,
  mulberry32,
  relu,
  sequential,
  sigmoid,
  squared,
  type Tensor,
  tanh,
  tensor,
  xavier,
  zeros,
} from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";

describe("layers", () => {
  it("linear is X Wᵀ + b, one row for each example", () => {
    const parameters = {
      W: tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      b: tensor([0.1, 0.2, 0.3]),
    };
    expect(
      linear(2, 3)
        .apply(
          parameters,
          tensor([
            [1, 0],
            [0, 1],
          ]),
        )
        .toList(),
    ).toEqual([
      [1.1, 3.2, 5.3],
      [2.1, 4.2, 6.3],
    ]);
  });
  it("linear begins with W of shape (outputs, given) and a bias of zeros", () => {
    const { W, b } = linear(4, 3).init(mulberry32(1));
    expect(W.shape).toEqual([3, 4]);
    expect(b.toList()).toEqual([0, 0, 0]);
  });
  it("the activations have no parameters and work entry by entry", () => {
    const x = tensor([-1, 2]);
    expect([relu, leakyRelu(0.1)].map((layer) => layer.apply([], x).toList())).toEqual([
      [0, 2],
      [-0.1, 2],
    ]);
    expect(tanh.apply([], x).toList()).toEqual([Math.tanh(-1), Math.tanh(2)]);
    expect(sigmoid.apply([], tensor([0])).toList()).toEqual([0.5]);
  });
  it("sequential applies one after the other: the lecture's two-layer network, forward and backward", () => {
    const { given, expected } = worked("mit-mlp-relu");
    const [W1, W2] = [tensor(given.mat("W1")), tensor(given.mat("W2"))];
    const net = sequential(linear(3, 3), relu, linear(3, 2));
    const start = [{ W: W1, b: tensor([0, 0, 0]) }, [], { W: W2, b: tensor([0, 0]) }] as const;
    const loss = (parameters: typeof start) =>
      squared(net.apply(parameters, tensor([given.vec("x")])), tensor([given.vec("y")]));
    expect(loss(start).item()).toBeCloseTo(expected.num("J"), 12);
    const [first, , second] = grad(loss)(start);
    const near = (M: number[][]) => M.map((row) => row.map((x) => expect.closeTo(x, 12)));
    expect(first.W.toList()).toEqual(near(expected.mat("gradW1_paramShape")));
    expect(second.W.toList()).toEqual(near(expected.mat("gradW2_paramShape")));
  });
});

describe("initialisers", () => {
  const deviation = ({ value }: Tensor) =>
    Math.sqrt(value.data.reduce((sum, w) => sum + w * w, 0) / value.data.length);
  it("zeros are zeros", () => {
    expect(zeros(2, 3, mulberry32(1)).toList()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it.each([
    ["xavier", xavier, Math.sqrt(2 / (100 + 300))],
    ["he", he, Math.sqrt(2 / 100)],
  ] as const)(
    "%s draws around 0 with its deviation, fanIn 100 and fanOut 300",
    (_name, initialise, expected) => {
      const W = initialise(300, 100, mulberry32(3)); // the deviation of 30,000 draws is known to 0.4 %
      expect(Math.abs(deviation(W) / expected - 1)).toBeLessThan(0.02);
      expect(Math.abs(W.mean().item())).toBeLessThan(0.03 * expected);
    },
  );
});
