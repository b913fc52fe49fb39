import { describe, expect, it, test } from "vitest";
import { exercise } from "../../grader/exercise.ts";
import { check, score } from "./check.ts";

type Mat = number[][];
type Given = { X: Mat; w: number[]; y: number[] };
type Grads = { dw: number[]; dS: Mat };

/** Least squares, and the gradient of a matrix: n examples of k features. */
const spec = exercise<{ f(given: Given): Grads }>()({
  title: "0.1 Two gradients",
  points: 2,
  source: "-",
  exports: ["f"],
  input: (d) => {
    const [n = 4, k = 2] = d.sizes(2).sort((a, b) => b - a);
    return { X: d.mat(n, k), w: d.vec(k), y: d.vec(n) };
  },
  model: (p, { of }) => {
    const [X, w] = [of(p.X), of(p.w)];
    const r = X.matmul(w).sub(of(p.y));
    return { X, w, r, loss: r.square().mean() };
  },
  gives: ({ r }) => ({ r }),
  call: (s, { X, w, y }) => s.f({ X, w, y }),
  parts: ({ gradient }) => ({ dw: gradient("w"), dS: gradient("X") }),
  slips: [
    {
      id: "missing-factor",
      say: "dw has no factor x",
      answers: ({ X, w, y }) => {
        const r = X.map((row, i) => row.reduce((sum, x, j) => sum + x * w[j]!, 0) - y[i]!);
        return { dw: w.map(() => (2 / X.length) * r.reduce((sum, ri) => sum + ri, 0)) };
      },
    },
  ],
  hints: ["", "", ""],
});

const right = ({ X, w, y }: Given): Grads => {
  const r = X.map((row, i) => row.reduce((sum, x, j) => sum + x * w[j]!, 0) - y[i]!);
  return {
    dw: w.map((_, j) => X.reduce((sum, row, i) => sum + (2 / X.length) * r[i]! * row[j]!, 0)),
    dS: X.map((_, i) => w.map((wj) => (2 / X.length) * r[i]! * wj)),
  };
};
const wrong = (change: (grads: Grads, given: Given) => Grads) =>
  check(spec, { f: (given: Given) => change(right(given), given) });
const times = (factor: number, { dw, dS }: Grads): Grads => ({
  dw: dw.map((d) => factor * d),
  dS: dS.map((row) => row.map((d) => factor * d)),
});

test("the right answer is right", () => {
  expect(score(wrong((grads) => grads))).toBe("2 of 2, right");
});

describe("a mistake that explains every case is named", () => {
  test.each<[id: string, change: (grads: Grads, given: Given) => Grads, sentence: string]>([
    ["sign", (g) => times(-1, g), "has the opposite sign everywhere"],
    ["factor-2", (g) => times(0.5, g), "is half of what it should be"],
    ["factor-2", (g) => times(2, g), "is twice what it should be"],
    ["sum-vs-mean", (g, { X }) => times(X.length, g), "too large by the number of examples"],
    ["sum-vs-mean", (g, { X }) => times(1 / X.length, g), "too small by the number of examples"],
    ["log-base", (g) => times(Math.LN10, g), "too large by the factor ln 10"],
    ["all-zeros", (g) => times(0, g), "every number in"],
    [
      "transposed",
      ({ dw, dS }) => ({ dw, dS: dS[0]!.map((_, j) => dS.map((row) => row[j]!)) }),
      "rows and columns are swapped",
    ],
    ["wrong-index", ({ dw, dS }) => ({ dw: [...dw].reverse(), dS }), "in reverse order"],
    [
      "missing-factor",
      (g, { X, w, y }) => {
        const r = X.map((row, i) => row.reduce((sum, x, j) => sum + x * w[j]!, 0) - y[i]!);
        return { ...g, dw: w.map(() => (2 / X.length) * r.reduce((sum, ri) => sum + ri, 0)) };
      },
      "dw has no factor x",
    ],
  ])("%s", (id, change, sentence) => {
    const result = wrong(change);
    expect(result.mistake).toBe(id);
    expect(result.message).toContain(sentence);
    expect(result.parts.some((part) => part.happened === result.message)).toBe(true);
  });
});

describe("a mistake that does not explain every case is not named: where it is is said", () => {
  const told = (change: (grads: Grads, given: Given) => Grads) => {
    const { mistake, message } = wrong(change);
    expect(mistake).toBeUndefined();
    return message;
  };
  it("the sign of one entry", () => {
    expect(told(({ dw, dS }) => ({ dw: dw.map((d, j) => (j ? d : -d)), dS }))).toMatch(
      /^the first wrong gradient on the way back from the loss: dw\[0\] is -?\d/,
    );
  });
  it("the sign in some cases only", () => {
    told((g, { y }) => (y.length > 4 ? times(-1, g) : g));
  });
  it("a factor that no listed mistake has", () => {
    told((g) => times(1.7, g));
  });
  it("a factor 3 where the number of examples is 3 in one case only", () => {
    told((g) => times(3, g));
  });
});

describe("hard-coded", () => {
  it("one answer for every input", () => {
    const same = exercise<{ g(x: number[]): number[] }>()({
      title: "0.2 One gradient",
      points: 1,
      source: "-",
      exports: ["g"],
      input: (d) => ({ x: d.vec(2) }),
      model: (p, { of }) => {
        const x = of(p.x);
        return { x, loss: x.square().sum() };
      },
      call: (s, { x }) => ({ dx: s.g(x) }),
      parts: ({ gradient }) => ({ dx: gradient("x") }),
      hints: ["", "", ""],
    });
    const result = check(same, { g: () => [0.2, 0.4] });
    expect(result.mistake).toBe("hard-coded");
    expect(result.message).toBe(
      "dx does not depend on the input: the same numbers come back for every drawn one",
    );
  });
});

describe("the key of a quiz is never printed", () => {
  const quiz = exercise<{ q(x: number): { a: number; b: string; c: number } }>()({
    title: "0.3 A quiz",
    points: 3,
    source: "-",
    exports: ["q"],
    input: (d) => ({ x: d.real() }),
    call: (s, { x }) => s.q(x),
    parts: ({ equals }) => ({
      a: equals(() => 0.8125),
      b: equals(({ x }) => (x > 2 ? "never" : "kink")),
      c: equals(({ x }) => 2 * x),
    }),
    hints: ["", "", ""],
  });
  const text = JSON.stringify(check(quiz, { q: () => ({ a: 1, b: "smooth", c: 7 }) }));
  it("neither where it ignores the input nor where it looks at it in vain", () => {
    expect(text).not.toContain("0.8125");
    expect(text).not.toContain("kink");
  });
  it("a value that depends on the input is shown", () => {
    const { parts } = check(quiz, { q: (x: number) => ({ a: 0.8125, b: "kink", c: 3 * x }) });
    expect(parts[2]?.rows[0]?.checked).toBeTypeOf("number");
    expect(parts[2]?.happened).toContain("the checked value is");
  });
});
