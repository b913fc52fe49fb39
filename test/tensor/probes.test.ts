/** What goes wrong in other libraries: one statement each. For two uses, chains and prod see tensor.test.ts. */
import {
  crossEntropy,
  grad,
  hessian,
  jvp,
  meanSquared,
  norm,
  prod,
  Tensor,
  tensor,
  valueAndGrad,
  variable,
} from "gradbook";
import { describe, expect, it } from "vitest";

const gradAt = (f: (x: Tensor) => Tensor, x: Parameters<typeof tensor>[0]) => grad(f)(tensor(x)).toList();

describe("backward", () => {
  it("twice on y = (x·x)·x at 2 adds 12 and 12, never 32", () => {
    const x = variable(2);
    const y = x.mul(x).mul(x);
    y.backward();
    y.backward();
    expect(x.grad?.data[0]).toBe(24);
  });
  it("of two results that share a node adds up what each alone gives", () => {
    const x = variable(3);
    const shared = x.mul(x);
    shared.mul(2).backward();
    shared.exp().log().backward();
    expect(x.grad?.data[0]).toBeCloseTo(12 + 6, 12);
  });
  it("of a result that no variable takes part in leaves every gradient undefined", () => {
    const x = tensor(3);
    x.mul(x).backward();
    expect(x.grad).toBeUndefined();
  });
});

describe("values", () => {
  it("relu(−1) is 0, and so is its slope", () => {
    expect(tensor(-1).relu().item()).toBe(0);
    expect(gradAt((x) => x.relu(), -1)).toBe(0);
  });
  it("relu passes NaN on, and keeps the signs of infinities apart", () => {
    const x = [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, -1, 2];
    expect(tensor(x).relu().toList()).toEqual([Number.NaN, 0, Number.POSITIVE_INFINITY, 0, 2]);
    expect(tensor([-1, Number.NaN]).relu().toList()).toEqual([0, Number.NaN]);
  });
  it("cross-entropy at logits [1000, −1000] is 0 for the first class and 2000 for the second, with finite slopes", () => {
    const logits = [[1000, -1000]];
    expect(crossEntropy(tensor(logits), [0]).item()).toBe(0);
    expect(crossEntropy(tensor(logits), [1]).item()).toBe(2000);
    expect(gradAt((z) => crossEntropy(z, [1]), logits)).toEqual([[1, -1]]);
  });
  it("a tie of maxima has one winner, the first: slopes add up to 1", () => {
    expect(gradAt((x) => x.max(), [2, 2, 1])).toEqual([1, 0, 0]);
    expect(gradAt((x) => x.maximum(2), 2)).toBe(1);
  });
  it("x⁰, x¹, x² and x³ have finite slopes at 0, to order 3", () => {
    const derivatives = (n: number) => {
      const f = (x: Tensor) => x.pow(n);
      const at = tensor(0);
      return [grad(f)(at), grad(grad(f))(at), grad(grad(grad(f)))(at)].map((d) => d.item() + 0);
    };
    expect([0, 1, 2, 3].map(derivatives)).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 6],
    ]);
  });
  it("0^b is flat in b", () => {
    expect(gradAt((b) => tensor(0).pow(b), 2)).toBe(0);
  });
  it("the norm at the zero vector has slope 0, to order 2", () => {
    expect(gradAt(norm, [0, 0])).toEqual([0, 0]);
    for (const entry of hessian(norm)(tensor([0, 0])).value.data) expect(entry).not.toBeNaN();
  });
  it("prod with a zero has the second derivatives of its definition", () => {
    expect(hessian((x) => prod(x))(tensor([2, 0, 4])).toList()).toEqual([
      [0, 4, 0],
      [4, 0, 2],
      [0, 2, 0],
    ]);
  });
});

describe("second derivatives", () => {
  it("of x³ at 2: 12, and the first derivative stays 12", () => {
    const cube = (x: Tensor) => x.mul(x).mul(x);
    expect(gradAt(grad(cube), 2)).toBe(12);
    expect(gradAt(cube, 2)).toBe(12);
  });
  it("a gradient inside a loss is differentiated too: d/dx of f'(x)² is 2 f' f''", () => {
    const slope = grad((x: Tensor) => x.sin());
    expect(gradAt((x) => slope(x).square(), 0.4)).toBeCloseTo(2 * Math.cos(0.4) * -Math.sin(0.4), 14);
  });
  it("a value that grad hands out is still a function of what is outside", () => {
    const outside = (x: Tensor) => valueAndGrad((_y: Tensor) => x.square())(tensor(1)).value;
    expect(gradAt(outside, 3)).toBe(6);
  });
  it("forward over reverse gives Hessian times vector", () => {
    const f = (x: Tensor) => x.pow(3).sum();
    expect(jvp(grad(f), tensor([1, 2]), tensor([1, 0.5])).tangent.toList()).toEqual([6, 6]);
  });
});

describe("shapes", () => {
  it.each<[string, (x: Tensor) => Tensor, number[]]>([
    [
      "a stretched row",
      (x) =>
        x.add(
          tensor([
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ),
      [3],
    ],
    ["a stretched column", (x) => x.mul(tensor([[1, 2, 3]])), [2, 1]],
    ["a stretched scalar", (x) => x.mul(tensor([1, 2])), []],
    [
      "a missing axis",
      (x) =>
        x.mul(
          tensor([
            [
              [1, 2, 3],
              [4, 5, 6],
            ],
          ]),
        ),
      [1, 3],
    ],
    ["a vector in a product", (x) => tensor([[1, 2, 3]]).matmul(x), [3]],
    ["a matrix shared by a batch", (x) => tensor([[[1, 2]], [[3, 4]]]).matmul(x), [2, 3]],
    ["what is not used", () => tensor(1), [2, 3]],
  ])("the gradient of %s has the operand's shape", (_what, f, shape) => {
    const x = new Tensor({ shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(0.5) });
    expect(grad((t: Tensor) => f(t).sum())(x).shape).toEqual(shape);
  });
});

describe("numbers that change later", () => {
  it("a list changed after a tensor was made of it changes nothing", () => {
    const list = [1, 2];
    const x = variable(list);
    const y = x.square().sum();
    list[0] = 100;
    y.backward();
    expect([...(x.grad?.data ?? [])]).toEqual([2, 4]);
  });
  it("a gradient that is kept does not grow when backward() is called again", () => {
    const x = variable(2);
    const y = x.mul(x);
    y.backward();
    const kept = x.grad;
    y.backward();
    expect(kept?.data[0]).toBe(4);
  });
});

describe("errors say what, where and what to look at", () => {
  it("shapes that clash", () => {
    expect(() =>
      tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]).add(tensor([1, 2])),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: add: a is (2, 3) and b is (2,); the sizes 3 and 2 differ, on the last axis. Look at: a transpose, or a sum without keepdim.]`,
    );
  });
  it("a stretch of both sides", () => {
    expect(() => tensor([[1], [2]]).sub(tensor([1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: sub: a is (2, 1) and b is (2,); together they would stretch to (2, 2). If you mean that, reshape one of them first.]`,
    );
  });
  it("(n, 1) predictions against (n,) targets", () => {
    expect(() => meanSquared(tensor([[1], [2]]), tensor([1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanSquared: a is (2, 1) and b is (2,); a loss compares entry with entry. Look at: reshape one of them.]`,
    );
    expect(() => meanSquared(tensor([[1, 2]]), tensor([1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanSquared: a is (1, 2) and b is (2,); a loss compares entry with entry. Look at: reshape one of them.]`,
    );
  });
  it("logits without a row for each class index", () => {
    expect(() => crossEntropy(tensor([1, 2]), [0])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: crossEntropy: the scores are (2,) for 1 class indices; expected (1, classes), a row for each.]`,
    );
  });
  it("inner sizes that differ", () => {
    expect(() => tensor([[1, 2, 3]]).matmul(tensor([[1, 2, 3]]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matmul: a is (1, 3) and b is (1, 3); the inner sizes 3 and 1 differ. Look at: the order of the factors, or a missing transpose.]`,
    );
  });
  it("a stretch that does not fit", () => {
    expect(() => tensor([1, 2]).expand([2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: expand: a is (2,) and b is (2, 3); the sizes 2 and 3 differ, on the last axis. Look at: a transpose, or a sum without keepdim.]`,
    );
    expect(() => tensor([[1, 2]]).expand([2])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: expand: (1, 2) does not stretch to (2,)]`,
    );
    expect(() => tensor([1, 2, 3]).unbroadcast([2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: unbroadcast: (2, 3) does not stretch to (3,)]`,
    );
  });
  it("an index that there is not", () => {
    expect(() => tensor([1, 2]).take([2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: take: the index 2 is not one of 0 to 1]`,
    );
    expect(() => crossEntropy(tensor([[1, 2]]), [2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: crossEntropy: the index 2 is not one of 0 to 1]`,
    );
  });
  it("operands and entries that are not numbers", () => {
    expect(() => tensor([1]).mul(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: mul: the operand is undefined; a tensor or a number is expected]`,
    );
    expect(() => tensor([1]).maximum("2" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: maximum: the operand is the string "2"; a tensor or a number is expected]`,
    );
    expect(() => tensor([1]).matmul(null as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: matmul: the operand is null; a tensor is expected]`,
    );
    expect(() => tensor([1, undefined as never])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: ndarray: an entry is undefined; a number is expected]`,
    );
    expect(() => tensor(undefined as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: ndarray: an entry is undefined; a number is expected]`,
    );
  });
  it("functions that return no tensor, and variables that are none", () => {
    expect(() => grad(() => 1 as never)(tensor(1))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: the value of f is the number 1; a tensor is expected]`,
    );
    expect(() => valueAndGrad((x: Tensor) => x)(3 as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: what a function is differentiated by is the number 3; a tensor, or a list or record of tensors, is expected]`,
    );
  });
});
