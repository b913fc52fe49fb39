/** The two things that must never happen: a right answer marked wrong, a wrong one marked right. */
import { describe, expect, it, test } from "vitest";
import { exercise } from "../../grader/exercise.ts";
import { check, score } from "./check.ts";

type Vec = number[];
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Mean binary cross-entropy of logits: near 0 a subtraction, far out all digits are lost or kept by the formula. */
const logits = (scale: number) =>
  exercise<{ dz(z: Vec, y: Vec): Vec }>()({
    title: "0.1 Logits",
    points: 1,
    source: "-",
    exports: ["dz"],
    input: (d) => ({ z: d.vec(4, -scale, scale), y: [0, 1, 1, 0] }),
    model: (p, { of }) => {
      const z = of(p.z);
      return {
        z,
        loss: z
          .softplus()
          .sub(z.mul(of(p.y)))
          .mean(),
      };
    },
    call: (s, { z, y }) => ({ dz: s.dz(z, y) }),
    parts: ({ gradient }) => ({ dz: gradient("z") }),
    hints: ["", "", ""],
  });

describe("right answers in other words pass, however the numbers lie", () => {
  const ways: Record<string, (z: Vec, y: Vec) => Vec> = {
    "p − y": (z, y) => z.map((zi, i) => (sigmoid(zi) - y[i]!) / z.length),
    "by tanh": (z, y) => z.map((zi, i) => (0.5 + 0.5 * Math.tanh(zi / 2) - y[i]!) / z.length),
    "both branches": (z, y) =>
      z.map((zi, i) => (y[i] ? -1 / (1 + Math.exp(zi)) : 1 / (1 + Math.exp(-zi))) / z.length),
    "divided at the end": (z, y) => z.map((zi, i) => (1 / z.length) * (sigmoid(zi) - y[i]!)),
    "through p": (z, y) =>
      z.map((zi, i) => {
        const p = sigmoid(zi);
        return ((y[i] ? -1 / p : 1 / (1 - p)) * p * (1 - p)) / z.length;
      }),
  };
  const scales = [1e-6, 1, 5, 12];
  test.each(Object.entries(ways))("%s", (_way, dz) => {
    for (const scale of scales)
      for (let seed = 1; seed <= 40; seed += 4)
        expect(score(check(logits(scale), { dz }, [seed, seed + 1, seed + 2, seed + 3]))).toBe(
          "1 of 1, right",
        );
  });
  test("saturated: up to 30, where 1 − p has lost most of its digits", () => {
    for (const way of ["p − y", "by tanh", "both branches"])
      expect(score(check(logits(30), { dz: ways[way]! }))).toBe("1 of 1, right");
  });
});

describe("small errors are seen", () => {
  const off = (relative: number) => (z: Vec, y: Vec) =>
    z.map((zi, i) => ((sigmoid(zi) - y[i]!) / z.length) * (1 + relative));
  test.each([1e-3, 1e-4])("%d of itself is wrong", (relative) => {
    expect(check(logits(2), { dz: off(relative) }).parts[0]?.is).toBe("wrong");
  });
  test.each([1e-6, 1e-8, 1e-10])("%d of itself is near, is named, and earns nothing", (relative) => {
    const result = check(logits(2), { dz: off(relative) });
    expect(result.parts[0]?.is).toBe("near");
    expect(result.points).toBe(0);
    expect(result.message).toContain("close, but not equal");
  });
  it("single precision is near", () => {
    const dz = (z: Vec, y: Vec) => z.map((zi, i) => Math.fround((sigmoid(zi) - y[i]!) / z.length));
    expect(check(logits(2), { dz }).parts[0]?.is).toBe("near");
  });
  it("1e-7 inside the logarithm is near", () => {
    const dz = (z: Vec, y: Vec) =>
      z.map((zi, i) => {
        const p = sigmoid(zi);
        return ((-y[i]! / (p + 1e-7) + (1 - y[i]!) / (1 - p + 1e-7)) * p * (1 - p)) / z.length;
      });
    expect(check(logits(2), { dz }).parts[0]?.is).toBe("near");
  });
  it("one entry of many, off by a part in a million", () => {
    const dz = (z: Vec, y: Vec) =>
      z.map((zi, i) => ((sigmoid(zi) - y[i]!) / z.length) * (i === 2 ? 1 + 1e-6 : 1));
    const [part] = check(logits(2), { dz }).parts;
    expect(part?.rows.map((row) => row.where)).toEqual(["dz[2]"]);
  });
});

describe("difference quotients", () => {
  const loss = (z: Vec, y: Vec) =>
    z.reduce((sum, zi, i) => sum + Math.log1p(Math.exp(zi)) - y[i]! * zi, 0) / z.length;
  const moved = (z: Vec, i: number, h: number) => z.map((zi, j) => (i === j ? zi + h : zi));
  const central = (h: number) => (z: Vec, y: Vec) =>
    z.map((_, i) => (loss(moved(z, i, h), y) - loss(moved(z, i, -h), y)) / (2 * h));
  const forward = (h: number) => (z: Vec, y: Vec) =>
    z.map((_, i) => (loss(moved(z, i, h), y) - loss(z, y)) / h);
  test.each([
    ["central", 1e-3, central],
    ["central", 1e-5, central],
    ["forward", 1e-6, forward],
  ] as const)("%s with h = %d is near, and named", (scheme, h, made) => {
    const result = check(logits(2), { dz: made(h) });
    expect(result).toMatchObject({ points: 0, mistake: "finite-difference" });
    expect(result.message).toContain(`a ${scheme} difference quotient with h = ${h}`);
  });
  it("earn their points where differences are the task", () => {
    const spec = {
      ...logits(2),
      parts: ({ gradient }: { gradient: (...all: unknown[]) => never }) => ({
        dz: gradient("z", "loss", { accept: "near" }),
      }),
    };
    expect(score(check(spec as never, { dz: central(1e-5) }))).toBe("1 of 1, right");
    expect(check(spec as never, { dz: central(1e-1) }).points).toBe(0);
  });
});

describe("at a kink", () => {
  const relu = exercise<{ dx(x: Vec): Vec }>()({
    title: "0.2 A kink",
    points: 1,
    source: "-",
    exports: ["dx"],
    input: (d) => ({ x: d.vec(2) }),
    cases: () => ({ "exactly 0": { x: [0, 1] } }),
    model: (p, { of }) => {
      const x = of(p.x);
      return { x, loss: x.relu().sum() };
    },
    call: (s, { x }) => ({ dx: s.dx(x) }),
    parts: ({ gradient }) => ({ dx: gradient("x") }),
    hints: ["", "", ""],
  });
  const slope = (atZero: number) => ({ dx: (x: Vec) => x.map((xi) => (xi > 0 ? 1 : xi < 0 ? 0 : atZero)) });
  test.each([0, 0.5, 1])("every slope between left and right is right: %d", (atZero) => {
    expect(score(check(relu, slope(atZero)))).toBe("1 of 1, right");
  });
  test("no other is", () => {
    const result = check(relu, slope(1.5));
    expect(result.points).toBe(0);
    expect(result.message).toBe("dx[0] is 1.5, at a kink where anything from 0 to 1 is right (exactly 0)");
  });
});
