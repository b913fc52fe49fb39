import { numericalGradient, numericalJacobian } from "gradbook";
import { describe, expect, test } from "vitest";

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);

describe("numericalGradient", () => {
  test("each entry of the gradient lies within its error bar", () => {
    const x = [0.3, -1.2, 2, 1e-4];
    const { value, error, kinks } = numericalGradient((v) => Math.exp(v[0]! * v[1]!) + v[2]! ** 3 * v[3]!, x);
    const y = Math.exp(0.3 * -1.2);
    const gradient = [-1.2 * y, 0.3 * y, 12e-4, 8];
    for (const [i, g] of gradient.entries()) {
      expect(Math.abs(value[i]! - g)).toBeLessThanOrEqual(error[i]!);
      expect(error[i]).toBeLessThan(1e-9);
    }
    expect(kinks).toEqual([]);
  });

  test("the gradient has the form of what it is by", () => {
    const parameters = {
      W: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      b: [0.5, -0.5],
      scale: 2,
    };
    const f = ({ W, b, scale }: typeof parameters) => scale * W.reduce((sum, row) => sum + dot(row, b), 0);
    const { value, error } = numericalGradient(f, parameters);
    expect(value.W.flat()).toEqual([1, -1, 1, -1, 1, -1].map((g) => expect.closeTo(g, 9)));
    expect(value.b).toEqual([expect.closeTo(18, 9), expect.closeTo(24, 9)]);
    expect(value.scale).toBeCloseTo(-1.5, 9);
    expect(error.W.map((row) => row.length)).toEqual([2, 2, 2]);
  });

  test("entries at a kink are listed by their place", () => {
    const f = ({ W, b }: { W: number[][]; b: number[] }) => Math.max(0, W[1]![0]!) + 3 * Math.abs(b[1]!);
    const { kinks } = numericalGradient(f, { W: [[1], [0]], b: [1, 0] });
    expect(kinks).toEqual([
      { at: "W[1][0]", left: expect.closeTo(0), right: expect.closeTo(1) },
      { at: "b[1]", left: expect.closeTo(-3), right: expect.closeTo(3) },
    ]);
  });

  test("a function that changes its argument changes neither x nor the gradient", () => {
    const x = [1, 2];
    const { value } = numericalGradient((v) => {
      v[0]! *= 2;
      return v[0]! * v[1]!;
    }, x);
    expect(x).toEqual([1, 2]);
    expect(value).toEqual([expect.closeTo(4, 9), expect.closeTo(2, 9)]);
  });

  test("what is no number is named with its place", () => {
    const f = () => 0;
    expect(() => numericalGradient(f, [1, "2" as never])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: x[1] is the text "2"; a number is expected]`,
    );
    expect(() => numericalGradient(f, { W: [[1, undefined as never]] })).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: W[0][1] is undefined; a number is expected]`,
    );
    expect(() => numericalGradient(() => [1] as never, [1])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: f returned an array of length 1; a number is expected]`,
    );
  });
});

describe("numericalJacobian", () => {
  test("of a linear map it is the matrix, rows are outputs", () => {
    const M = [
      [1, -2, 0.5],
      [3, 0, 4],
    ];
    const { value, error, kinks } = numericalJacobian((x) => M.map((row) => dot(row, x)), [0.1, -0.7, 2]);
    expect(value).toEqual(M.map((row) => row.map((m) => expect.closeTo(m, 9))));
    expect(error.map((row) => row.length)).toEqual([3, 3]);
    expect(kinks).toEqual([]);
  });

  test("it calls f as often for ten outputs as for one", () => {
    const callsFor = (outputs: number) => {
      let calls = 0;
      numericalJacobian(
        (x) => {
          calls++;
          return Array.from({ length: outputs }, (_, i) => Math.sin(x[0]! + i));
        },
        [0.5],
      );
      return calls;
    };
    expect(callsFor(10)).toBe(callsFor(1));
  });

  test("kinks are listed by row and column", () => {
    const { kinks } = numericalJacobian((x) => [x[0]!, Math.max(0, x[1]!)], [1, 0]);
    expect(kinks).toEqual([{ row: 1, column: 1, left: expect.closeTo(0), right: expect.closeTo(1) }]);
  });

  test("it wants an array from f", () => {
    expect(() => numericalJacobian(() => 1 as never, [1])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: numericalJacobian: f returned a number; an array of numbers is expected]`,
    );
  });
});
