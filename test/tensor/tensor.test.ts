import { describe, expect, it } from "vitest";
import { logSoftmax, logsumexp, norm, oneHot, prod, softmax } from "../../src/tensor/functions.ts";
import { matmul } from "../../src/tensor/matmul.ts";
import { ndarray } from "../../src/tensor/ndarray.ts";
import { type Tensor, tensor, variable } from "../../src/tensor/tensor.ts";
import { grad } from "../../src/transforms/grad.ts";
import { hessian, jacobian } from "../../src/transforms/jacobian.ts";

const gradAt = (f: (x: Tensor) => Tensor, x: Parameters<typeof tensor>[0]) => grad(f)(tensor(x)).toList();

describe("backward()", () => {
  it("adds the same again when called twice: y = x·x·x at 2 gives 12, then 24", () => {
    const x = variable(2);
    const y = x.mul(x).mul(x);
    y.backward();
    expect(x.grad?.data[0]).toBe(12);
    y.backward();
    expect(x.grad?.data[0]).toBe(24);
  });
  it("adds up a node used twice", () => {
    const x = variable([1, -2, 3]);
    x.mul(x).add(x).sum().backward();
    expect([...(x.grad?.data ?? [])]).toEqual([3, -3, 7]);
  });
  it("gives a gradient of the operand's shape when broadcasting stretched it", () => {
    const b = variable([1, 2, 3]);
    tensor([
      [1, 2, 3],
      [4, 5, 6],
    ])
      .mul(b)
      .sum()
      .backward();
    expect(b.grad).toEqual({ shape: [3], data: Float64Array.of(5, 7, 9) });
  });
  it("survives a chain of 100,000 operations", () => {
    const x = variable(1);
    let y = x as Tensor;
    for (let i = 0; i < 100_000; i++) y = y.add(1);
    y.backward();
    expect(x.grad?.data[0]).toBe(1);
  });
});

describe("errors name the operation, both shapes, the clashing sizes and a likely cause", () => {
  it.each<[string, () => unknown]>([
    ["add", () => tensor([[1, 2, 3]]).add(tensor([1, 2]))],
    ["a stretch of both", () => tensor([[1], [2], [3]]).sub(tensor([1, 2, 3]))],
    ["matmul", () => matmul(ndarray([[1, 2, 3]]), ndarray([[1, 2]]))],
    ["reshape", () => tensor([1, 2, 3]).reshape([2, 2])],
    ["an axis", () => tensor([1, 2, 3]).sum(1)],
    ["uneven lists", () => tensor([[1, 2], [3]])],
    ["not a number", () => tensor([1, "2" as never])],
    ["an operand that is nothing", () => tensor([1]).mul(undefined as never)],
    ["backward of a vector", () => variable([1, 2]).backward()],
    ["grad of a vector", () => grad((x: Tensor) => x.mul(2))(tensor([1, 2]))],
    ["a class that there is not", () => oneHot([3], 3)],
  ])("%s", (_what, run) => {
    expect(run).toThrowErrorMatchingSnapshot();
  });
});

describe("functions", () => {
  it("softmax, logSoftmax and logsumexp stay finite for logits of ±1000", () => {
    const z = [1000, -1000, 999];
    expect(logsumexp(tensor(z)).item()).toBeCloseTo(1000.3132616875182, 12);
    expect(softmax(tensor(z)).toList()).toEqual(
      [0.7310585786300049, 0, 0.2689414213699951].map((p) => expect.closeTo(p, 12)),
    );
    expect(gradAt((x) => logSoftmax(x).take([1]).sum(), z)).toEqual(
      [-0.7310585786300049, 1, -0.2689414213699951].map((p) => expect.closeTo(p, 12)),
    );
  });
  it("prod has the right gradient with one zero and with two", () => {
    expect(gradAt((x) => prod(x), [2, 0, 4, 3])).toEqual([0, 24, 0, 0]);
    expect(gradAt((x) => prod(x), [2, 0, 0, 3])).toEqual([0, 0, 0, 0]);
    expect(prod(tensor([2, 3, 4, 5, 6])).item()).toBe(720);
  });
  it("norm has gradient x/‖x‖, and 0 at the zero vector", () => {
    expect(gradAt(norm, [3, 4])).toEqual([expect.closeTo(0.6, 15), expect.closeTo(0.8, 15)]);
    expect(gradAt(norm, [0, 0])).toEqual([0, 0]);
  });
});

describe("transforms", () => {
  const cube = (x: Tensor) => x.pow(3).sum();
  it("nest to order 3: x³ at 2 has derivatives 12, 12 and 6", () => {
    expect(grad(cube)(tensor(2)).item()).toBe(12);
    expect(grad(grad(cube))(tensor(2)).item()).toBe(12);
    expect(grad(grad(grad(cube)))(tensor(2)).item()).toBe(6);
  });
  it("keep two variables apart: d/dx [x · d/dy (x y²)] = 4 x y", () => {
    const outer = (x: Tensor) => x.mul(grad((y: Tensor) => x.mul(y.square()))(tensor(3)));
    expect(grad(outer)(tensor(5)).item()).toBe(60);
  });
  it("let a gradient forget its graph", () => {
    expect(grad(cube)(tensor(2)).tracked).toBe(false);
  });
  it("jacobian gives the same in either direction, and the identity for f(x) = x", () => {
    const W = tensor([
      [1, -2, 3],
      [4, 5, -6],
    ]);
    const tall = jacobian((x) => W.transpose().matmul(x))(tensor([0.3, 0.1]));
    const wide = jacobian((x) => W.matmul(x))(tensor([0.3, 0.1, 0.2]));
    expect(tall.toList()).toEqual(W.transpose().toList());
    expect(wide.toList()).toEqual(W.toList());
    expect(jacobian((x) => x)(tensor([5, 6])).toList()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(jacobian(() => tensor([1, 2]))(tensor([5, 6, 7])).toList()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it("hessian of xᵀAx is A + Aᵀ", () => {
    const A = tensor([
      [1, 2],
      [5, 3],
    ]);
    expect(hessian((x) => x.matmul(A).matmul(x))(tensor([0.5, -1])).toList()).toEqual([
      [2, 7],
      [7, 6],
    ]);
  });
});
