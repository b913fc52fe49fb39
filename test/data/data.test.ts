/** Seeded data: the same seed, the same numbers. */
import {
  circles,
  type Labelled,
  line,
  moons,
  mulberry32,
  normal,
  permutation,
  type Rng,
  spirals,
  tinyDigits,
  xor,
} from "gradbook";
import { describe, expect, it } from "vitest";

const sets: Readonly<Record<string, (n: number, noise: number, rng: Rng) => Labelled>> = {
  moons,
  circles,
  spirals,
  line: (n, _noise, rng) => line(n, rng),
  xor: (n, _noise, rng) => xor(n, rng),
  tinyDigits: (n, noise, rng) => tinyDigits(n, rng, noise),
};

describe.each(Object.entries(sets))("%s", (name, draw) => {
  it("gives n rows with n labels, and the same again from the same seed", () => {
    const { X, y } = draw(21, 0.1, mulberry32(1));
    expect([X.length, y.length]).toEqual([21, 21]);
    expect(new Set(X.map((row) => row.length))).toEqual(new Set([name === "tinyDigits" ? 64 : 2]));
    expect(draw(21, 0.1, mulberry32(1))).toEqual({ X, y });
    expect(draw(21, 0.1, mulberry32(2)).X).not.toEqual(X);
  });
});

describe("without noise", () => {
  const rng = mulberry32(1);
  it("moons lie on two half circles of radius 1", () => {
    const { X, y } = moons(20, 0, rng);
    for (const [i, [px, py]] of (X as [number, number][]).entries())
      expect(y[i] === 0 ? Math.hypot(px, py) : Math.hypot(px - 1, py - 0.5)).toBeCloseTo(1, 12);
  });
  it("circles have radius 1 for label 0 and ½ for label 1", () => {
    const { X, y } = circles(20, 0, rng);
    expect(X.map(([px, py]) => Math.hypot(px!, py!))).toEqual(
      y.map((label) => expect.closeTo(label ? 0.5 : 1, 12)),
    );
  });
  it("spirals leave 0 in opposite directions", () => {
    const { X } = spirals(20, 0, rng);
    for (let i = 0; i < 20; i += 2)
      expect(X[i + 1]).toEqual(X[i]!.map((coordinate) => expect.closeTo(-coordinate, 12)));
  });
  it("xor's label says whether the signs differ, line's whether the point is above", () => {
    const [a, b] = [xor(50, rng), line(50, rng, 0.5, 0.1)];
    expect(a.y).toEqual(a.X.map(([px, py]) => +(px! * py! < 0)));
    expect(b.y).toEqual(b.X.map(([px, py]) => +(py! > 0.5 * px! + 0.1)));
  });
  it("tiny digits are pixels between 0 and 1, ten digits in turn, and no two digits look the same", () => {
    const { X, y } = tinyDigits(30, rng, 0);
    expect(y.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    for (const pixel of X.flat()) expect(pixel >= 0 && pixel <= 1).toBe(true);
    expect(new Set(X.slice(0, 10).map((row) => row.map((p) => (p > 0 ? "#" : ".")).join(""))).size).toBe(10);
  });
});

describe("generators", () => {
  it("mulberry32(1) begins with these numbers, on every machine", () => {
    const rng = mulberry32(1);
    expect([rng(), rng(), rng()]).toMatchInlineSnapshot(`
      [
        0.6270739405881613,
        0.002735721180215478,
        0.5274470399599522,
      ]
    `);
  });
  it("normal has mean 0 and deviation 1; a permutation holds each index once", () => {
    const draws = Array.from({ length: 20_000 }, normal(mulberry32(3)));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
    expect(permutation(9, mulberry32(3)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
