/** Layouts, against the lectures' own matrices and against numerical Jacobians. */
import { jacobian, layout, numericalJacobian, type Tensor, tensor, vec } from "gradbook";
import { describe, expect, it } from "vitest";

const W = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const x = [0.3, -0.1, 0.2];
const f = (v: Tensor) => W.matmul(v).tanh();

describe("layout", () => {
  it("numerator: a row for each output, as numericalJacobian has it", () => {
    const numerical = numericalJacobian((v) => f(tensor(v)).toList() as number[], x);
    const exact = layout(jacobian(f)(tensor(x)), "numerator").toList() as number[][];
    for (const [i, row] of exact.entries())
      for (const [j, slope] of row.entries())
        expect(Math.abs(slope - numerical.value[i]![j]!)).toBeLessThanOrEqual(
          numerical.error[i]![j]! + 1e-15,
        );
  });
  it("denominator: a row for each input; ∂Wx/∂x is Wᵀ", () => {
    const J = jacobian((v) => W.matmul(v))(tensor(x));
    expect(layout(J, "denominator").toList()).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });
  it("tells what it needs", () => {
    expect(() => layout(tensor([1, 2]), "denominator")).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: layout: the Jacobian is (2,); expected (outputs, inputs). Look at: vec(x), if the variable is a matrix.]`,
    );
    expect(() => layout(W, "mixed" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: layout: mixed is neither "numerator" nor "denominator"]`,
    );
  });
});

describe("vec", () => {
  it("goes row after row: ∂(Wx)/∂vec W is (2, 6), x beside zeros", () => {
    const J = jacobian((w) => w.reshape([2, 3]).matmul(tensor(x)))(vec(W));
    expect(J.toList()).toEqual([
      [0.3, -0.1, 0.2, 0, 0, 0],
      [0, 0, 0, 0.3, -0.1, 0.2],
    ]);
  });
});
