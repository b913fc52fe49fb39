import { grad, tensor } from "gradbook";
import "gradbook/vitest";
import { describe, expect, test } from "vitest";

type Parameters = { W: number[][]; b: number[] };
const at: Parameters = {
  W: [
    [0.3, -1],
    [0.2, 0.5],
  ],
  b: [0.1, 0.4],
};
/** Σ tanh(W·1 + b). */
const loss = ({ W, b }: Parameters) =>
  b.reduce((sum, bias, i) => sum + Math.tanh(bias + W[i]!.reduce((a, w) => a + w, 0)), 0);
const byHand = ({ W, b }: Parameters): Parameters => {
  const slopes = b.map((bias, i) => 1 - Math.tanh(bias + W[i]!.reduce((a, w) => a + w, 0)) ** 2);
  return { W: W.map((row, i) => row.map(() => slopes[i]!)), b: slopes };
};

describe("toBeGradientOf", () => {
  test("passes for the gradient, by hand", () => {
    expect(byHand).toBeGradientOf(loss, at);
    expect((x: number) => 2 * x).toBeGradientOf((x) => x * x, 3);
  });
  test("passes for the gradient of a function written with tensors", () => {
    const x = { W: tensor(at.W), b: tensor(at.b) };
    const f = ({ W, b }: typeof x) => W.sum(1).add(b).tanh().sum();
    expect(grad(f)).toBeGradientOf(f, x);
    expect((p: typeof x) => ({ ...grad(f)(p), b: p.b })).not.toBeGradientOf(f, x);
  });
  test("fails in gradcheck's words", () => {
    const forgetful = (p: Parameters) => ({ ...byHand(p), b: [1, 1] });
    expect(() => expect(forgetful).toBeGradientOf(loss, at)).toThrowErrorMatchingInlineSnapshot(
      `[Error: b[0]: yours is 1; the slope of f is 0.7115778 ± 3e-11. 2 of 6 entries are wrong; b[1] is farthest off.]`,
    );
    expect(() => expect(byHand).not.toBeGradientOf(loss, at)).toThrowErrorMatchingInlineSnapshot(
      `[Error: All 6 slopes agree.]`,
    );
    expect(() =>
      expect((p: Parameters) => ({ W: p.W, b: p.W })).toBeGradientOf(loss, at),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: The gradient of b is an array of shape (2, 2); b is an array of length 2.]`,
    );
  });
  test("fails for what is only near", () => {
    const rounded = (x: number) => Math.fround(Math.cos(x));
    expect(rounded).not.toBeGradientOf(Math.sin, 0.3);
  });
  test("asks for another point where nothing can be told", () => {
    const steps = (x: number) => Math.round(10 * x) / 10;
    expect(() => expect(() => 1).toBeGradientOf(steps, 0.51)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gradcheck: f is too rough around x to tell its slope from differences: 0.8 ± 3. Choose another point.]`,
    );
  });
});
