import { gradcheck } from "gradbook";
import { describe, expect, test } from "vitest";

interface Parameters {
  readonly W: number[][];
  readonly b: number[];
}
/** The sum of tanh(W x + b) for x = (0.5, −2), and its gradient. */
const x = [0.5, -2];
const pre = ({ W, b }: Parameters) => W.map((row, i) => row[0]! * x[0]! + row[1]! * x[1]! + b[i]!);
const f = (p: Parameters) => pre(p).reduce((sum, z) => sum + Math.tanh(z), 0);
const gradient = (p: Parameters): Parameters => {
  const g = pre(p).map((z) => 1 - Math.tanh(z) ** 2);
  return { W: g.map((gi) => x.map((xj) => gi * xj)), b: g };
};
const at: Parameters = {
  W: [
    [0.3, 0.1],
    [-0.2, 0.4],
    [0.7, 0.2],
  ],
  b: [0.1, -0.3, 0],
};

const relu = (v: readonly number[]) => v.reduce((sum, vi) => sum + Math.max(0, vi), 0);

describe("exact", () => {
  test("the right gradient", () => {
    const { outcome, message, entries } = gradcheck(f, gradient, at);
    expect(outcome).toBe("exact");
    expect(message).toMatchInlineSnapshot(`"All 9 slopes agree."`);
    expect(entries.map((entry) => entry.at)).toMatchInlineSnapshot(`
      [
        "W[0][0]",
        "W[0][1]",
        "W[1][0]",
        "W[1][1]",
        "W[2][0]",
        "W[2][1]",
        "b[0]",
        "b[1]",
        "b[2]",
      ]
    `);
  });
  test("also with its entries in another order", () => {
    const reordered = (p: Parameters) => ({ b: gradient(p).b, W: gradient(p).W });
    expect(gradcheck(f, reordered, at).outcome).toBe("exact");
  });
  test("a derivative of one number", () => {
    expect(gradcheck(Math.sin, Math.cos, 1).message).toMatchInlineSnapshot(`"The slope agrees."`);
  });
  test("0 where f does not move at all", () => {
    expect(
      gradcheck(
        () => 3.7,
        () => [0, 0],
        [1, 2],
      ).outcome,
    ).toBe("exact");
    expect(gradcheck(relu, () => [0, 0], [-1, -2]).outcome).toBe("exact");
  });
  test("0 beside a kink at a round number", () => {
    const f = (x: number) => Math.max(0, x - 0.3);
    expect(gradcheck(f, () => 0, 0.1).outcome).toBe("exact");
    expect(gradcheck(f, () => 1, 0.1).outcome).toBe("wrong");
  });
  test.each([0, 0.3, 1])("at a kink of relu, the slope %f", (slope) => {
    expect(gradcheck(relu, () => [slope, 1], [0, 2]).outcome).toBe("exact");
  });
  test("a kink is mentioned", () => {
    expect(gradcheck(relu, () => [0, 1], [0, 2]).message).toMatchInlineSnapshot(
      `"All 2 slopes agree. At x[0] f has a kink: slopes from 0 to 1 count."`,
    );
  });
});

describe("near", () => {
  test.each<[string, (y: number) => number]>([
    ["float32", Math.fround],
    ["a small constant", (y) => y + 1e-7],
    ["1e-6 too much", (y) => y * (1 + 1e-6)],
  ])("%s", (_, spoil) => {
    expect(
      gradcheck(
        (v) => Math.exp(v[0]!),
        (v) => [spoil(Math.exp(v[0]!))],
        [0.3],
      ).outcome,
    ).toBe("near");
  });
  test("the message says by how much, and what it may be", () => {
    const rounded = (p: Parameters) => ({ W: gradient(p).W, b: gradient(p).b.map(Math.fround) });
    expect(gradcheck(f, rounded, at).message).toMatchInlineSnapshot(
      `"b[0]: yours is 0.9975042; the slope of f is 0.9975042 ± 1e-11. They differ by 1e-8: near, but not the same. Look for float32, a small constant inside a log or a root, or differences in place of a derivative. 3 of 9 entries are near; b[0] is farthest off."`,
    );
  });
});

describe("wrong", () => {
  test("the first wrong entry is named, and the one that is farthest off", () => {
    const forgetful = (p: Parameters) => ({ ...gradient(p), b: [1, 1, 1] });
    const { outcome, message, entries } = gradcheck(f, forgetful, at);
    expect(outcome).toBe("wrong");
    expect(message).toMatchInlineSnapshot(
      `"b[0]: yours is 1; the slope of f is 0.9975042 ± 1e-11. 3 of 9 entries are wrong; b[1] is farthest off."`,
    );
    expect(entries.filter((entry) => entry.outcome === "wrong").map((entry) => entry.at)).toEqual([
      "b[0]",
      "b[1]",
      "b[2]",
    ]);
  });
  test.each<[string, (g: number) => number]>([
    ["0.1 % too much", (g) => g * 1.001],
    ["the other sign", (g) => -g],
    ["twice", (g) => 2 * g],
    ["NaN", () => Number.NaN],
    ["infinite", () => Number.POSITIVE_INFINITY],
  ])("%s", (_, spoil) => {
    const spoilt = (p: Parameters) => ({ ...gradient(p), b: gradient(p).b.map(spoil) });
    expect(gradcheck(f, spoilt, at).outcome).toBe("wrong");
  });
  test("a slope outside of what a kink allows", () => {
    expect(gradcheck(relu, () => [1.01, 1], [0, 2]).message).toMatchInlineSnapshot(
      `"x[0]: yours is 1.01; f has a kink there, with slopes from 0 to 1."`,
    );
    expect(gradcheck(relu, () => [-0.01, 1], [0, 2]).outcome).toBe("wrong");
  });
});

describe("a gradient of another form is wrong, in a sentence", () => {
  test("too short", () => {
    expect(gradcheck(relu, () => [1], [1, 2])).toMatchInlineSnapshot(`
      {
        "entries": [],
        "message": "The gradient is an array of length 1; x is an array of length 2.",
        "outcome": "wrong",
      }
    `);
  });
  test("transposed", () => {
    const transposed = (p: Parameters) => ({
      ...gradient(p),
      W: [0, 1].map((j) => gradient(p).W.map((row) => row[j]!)),
    });
    expect(gradcheck(f, transposed, at).message).toMatchInlineSnapshot(
      `"The gradient of W is an array of shape (2, 3); W is an array of shape (3, 2)."`,
    );
  });
  test("without b", () => {
    expect(gradcheck(f, (p) => ({ W: p.W }) as Parameters, at).message).toMatchInlineSnapshot(
      `"The gradient is an object with W; x is an object with W, b."`,
    );
  });
  test("an entry that is missing", () => {
    expect(gradcheck(relu, () => [1, undefined as never], [1, 2]).message).toMatchInlineSnapshot(
      `"The gradient of x[1] is undefined; x[1] is a number."`,
    );
  });
  test("nothing at all", () => {
    expect(gradcheck(relu, () => undefined as never, [1, 2]).message).toMatchInlineSnapshot(
      `"The gradient is undefined; x is an array of length 2."`,
    );
  });
});

describe("no verdict where differences cannot give one", () => {
  test("f is not finite on one side", () => {
    expect(() => gradcheck(Math.sqrt, () => 1, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gradcheck: f is not finite around x. Choose another point.]`,
    );
  });
  test("f is a staircase", () => {
    const steps = (v: number) => Math.round(v * 10) / 10;
    expect(() => gradcheck(steps, () => 1, 0.51)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gradcheck: f is too rough around x to tell its slope from differences: 0.8 ± 3. Choose another point.]`,
    );
  });
});
