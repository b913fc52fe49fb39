/** Mistakes that the catalogue makes of any graph, typed in as students write them: each is named, by what it is. */
import { describe, expect, it, test } from "vitest";
import { exercise } from "../../grader/exercise.ts";
import { check } from "./check.ts";

type Vec = number[];
type Given = { X: Vec[]; w: Vec; b: number; y: Vec };
const sum = (xs: Vec) => xs.reduce((a, b) => a + b, 0);

/** One layer: n examples, tanh, the mean squared error. */
const layer = exercise<{ f(given: Given): { dw: Vec; db: number } }>()({
  title: "0.1 One layer",
  points: 1,
  source: "-",
  exports: ["f"],
  input: (d) => {
    const [n = 4, k = 2] = d.sizes(2).sort((a, b) => b - a);
    return { X: d.mat(n, k, -2, 2), w: d.vec(k), b: d.real(), y: d.vec(n) };
  },
  model: (p, { of }) => {
    const [X, w, b, y] = [of(p.X), of(p.w), of(p.b), of(p.y)];
    const z = X.matmul(w).add(b);
    const h = z.tanh();
    return { X, w, b, y, z, h, loss: h.sub(y).square().mean() };
  },
  call: (s, given) => s.f(given),
  parts: ({ gradient }) => ({ dw: gradient("w"), db: gradient("b") }),
  hints: ["", "", ""],
});

/** The steps of a right answer; a mistake changes one or two of them. */
const steps = {
  z: (x: Vec, { w, b }: Given) => sum(x.map((v, j) => v * w[j]!)) + b,
  error: (h: number, y: number) => 2 * (h - y),
  slope: (z: number, _zs: Vec) => 1 - Math.tanh(z) ** 2,
  back: (g: number, _i: number, _given: Given) => g,
  count: (n: number) => n,
  finish: (g: { dw: Vec; db: number }, _given: Given) => g,
};
const answer = (changed: Partial<typeof steps>) => {
  const { z, error, slope, back, count, finish } = { ...steps, ...changed };
  return (given: Given) => {
    const { X, y, w } = given;
    const zs = X.map((x) => z(x, given));
    const gs = zs.map((zi, i) => {
      const g = (error(Math.tanh(zi), y[i]!) * slope(zi, zs)) / count(X.length);
      return back(g, i, given);
    });
    return finish({ dw: w.map((_, j) => sum(gs.map((g, i) => g * X[i]![j]!))), db: sum(gs) }, given);
  };
};
const mean = (xs: Vec) => sum(xs) / xs.length;

describe("a layer", () => {
  it("is right", () => {
    expect(check(layer, { f: answer({}) }).status).toBe("right");
  });
  test.each<[id: string, changed: Partial<typeof steps>, said: string]>([
    ["only-part-of-batch", { back: (g, i) => (i === 0 ? 0 : g) }, "the first example is left out"],
    ["only-part-of-batch", { back: (g, i, { y }) => (y[i]! > 0 ? g : 0) }, "right only where y is positive"],
    ["sum-vs-mean", { count: (n) => n - 1 }, "one less than the number of examples"],
    ["mask-on-batch-sum", { slope: (_z, zs) => 1 - Math.tanh(mean(zs)) ** 2 }, "one slope was taken"],
    ["extra-factor", { back: (g, i, { y }) => g * y[i]! }, "multiplied by y too"],
    ["factor-2-partial", { finish: ({ dw, db }) => ({ dw, db: 4 * db }) }, "two factors 2 too many"],
    ["factor-2-partial", { finish: ({ dw, db }) => ({ dw, db: db / 2 }) }, "a factor 2 that was lost"],
    [
      "sum-vs-mean",
      {
        finish: ({ dw, db }, { X }) => {
          const c = X.length / sum(X.flat());
          return { dw: dw.map((g) => c * g), db: c * db };
        },
      },
      "divides by the sum of X",
    ],
    ["wrong-forward", { error: (h, y) => 2 * (h - (2 * y - 1)) }, "y goes in as twice it minus 1"],
    ["wrong-forward", { z: (x, { w, b }) => sum(x.map((v, j) => v * w[j]!)) - b }, "other sign between"],
    [
      "clipped-output",
      { finish: ({ dw, db }) => ({ dw: dw.map((g) => Math.max(-0.1, Math.min(0.1, g))), db }) },
      "held between -0.1 and 0.1",
    ],
    [
      "extra-reg",
      { finish: ({ dw, db }, { w }) => ({ dw: dw.map((g, j) => g + 0.1 * w[j]!), db }) },
      "as a penalty would have it",
    ],
    [
      "missing-act-deriv",
      { slope: () => 1, count: () => 1 },
      "; besides, the division by the number of examples is missing",
    ],
    ["missing-loss-deriv", { error: (h) => h, slope: (z) => Math.tanh(z) }, "; and "],
  ])("%s", (id, changed, said) => {
    const { mistake, message } = check(layer, { f: answer(changed) });
    expect({ mistake, message }).toEqual({ mistake: id, message: expect.stringContaining(said) });
  });
  it("stale-param: w is updated before db is computed", () => {
    const f = (given: Given) => {
      const { dw } = answer({})(given);
      return { dw, db: answer({})({ ...given, w: given.w.map((v, j) => v - 0.1 * dw[j]!) }).db };
    };
    expect(check(layer, { f }).mistake).toBe("stale-param");
  });
});

type Slope = { x: number; y: number };
/** a = xy, b = a + x, the loss b·tanh a: x, a and b are used more than once. */
const graph = exercise<{ f(given: Slope): Slope }>()({
  title: "0.2 A graph",
  points: 1,
  source: "-",
  exports: ["f"],
  input: (d) => ({ x: d.real(0.3, 1.5), y: d.real(-1.5, 1.5) }),
  model: (p, { of }) => {
    const [x, y] = [of(p.x), of(p.y)];
    const a = x.mul(y);
    const b = a.add(x);
    return { x, y, a, b, loss: b.mul(a.tanh()) };
  },
  call: (s, given) => s.f(given),
  parts: ({ gradient }) => ({ x: gradient("x"), y: gradient("y") }),
  hints: ["", "", ""],
});

describe("a graph with several ways", () => {
  const local = ({ x, y }: Slope) => {
    const a = x * y;
    const [b, t] = [a + x, Math.tanh(a)];
    return { gb: t, ga: b * (1 - t * t) };
  };
  test.each<[id: string, f: (given: Slope) => Slope, said: string]>([
    [
      "aliased-gradient",
      (p) => {
        const { gb, ga } = local(p);
        const shared = gb + ga;
        return { x: shared + shared * p.y, y: shared * p.x };
      },
      "share one gradient",
    ],
    [
      "overwrite",
      (p) => {
        const { gb } = local(p);
        return { x: gb * p.y, y: gb * p.x };
      },
      "do not overwrite",
    ],
  ])("%s", (id, f, said) => {
    const { mistake, message } = check(graph, { f });
    expect({ mistake, message }).toEqual({ mistake: id, message: expect.stringContaining(said) });
  });
});

it("stateful: what the first call computed is never computed again", () => {
  let kept: number | undefined;
  const f = ({ x, y }: Slope) => {
    const a = x * y;
    kept ??= Math.tanh(a);
    const ga = (a + x) * (1 - kept * kept);
    return { x: (kept + ga) * y + kept, y: (kept + ga) * x };
  };
  expect(check(graph, { f }).mistake).toBe("stateful");
});

/** y = x³·e^x: a product of two functions of one number. */
const product = exercise<{ f(x: number): number }>()({
  title: "0.3 A product",
  points: 1,
  source: "-",
  exports: ["f"],
  input: (d) => ({ x: d.real(-2, 2) }),
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, loss: x.pow(3).mul(x.exp()) };
  },
  call: (s, { x }) => ({ slope: s.f(x) }),
  parts: ({ gradient }) => ({ slope: gradient("x") }),
  hints: ["", "", ""],
});
it("product-rule: the slopes of the factors are multiplied", () => {
  const { mistake, message } = check(product, { f: (x: number) => 3 * x * x + Math.exp(x) });
  expect(mistake).toBe("product-rule");
  expect(message).toContain("the slopes of the factors are added");
});

/** J of y = tanh(Ax). */
const jacobian = exercise<{ f(A: Vec[], x: Vec): Vec[] }>()({
  title: "0.4 A Jacobian",
  points: 1,
  source: "-",
  exports: ["f"],
  input: (d) => ({ A: d.mat(3, 3), x: d.vec(3) }),
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, y: of(p.A).matmul(x).tanh() };
  },
  call: (s, { A, x }) => ({ J: s.f(A, x) }),
  parts: ({ jacobian }) => ({ J: jacobian("y", "x") }),
  hints: ["", "", ""],
});
describe("a matrix", () => {
  const J = (A: Vec[], x: Vec) =>
    A.map((row) => row.map((a) => a * (1 - Math.tanh(sum(row.map((v, j) => v * x[j]!))) ** 2)));
  test.each<[id: string, of: (J: Vec[], x: Vec) => Vec[]]>([
    ["transposed", (m) => m[0]!.map((_, j) => m.map((row) => row[j]!))],
    ["diag-only", (m) => m.map((row, i) => row.map((v, j) => (i === j ? v : 0)))],
    ["aliased-gradient", (m) => m.map(() => m[0]!.map((_, j) => sum(m.map((row) => row[j]!))))],
    ["wrong-index", (m) => m.map(() => m[2]!)],
    ["wrong-index", (m) => [...m].reverse()],
    ["integer-truncation", (m) => m.map((row) => row.map((v) => Math.floor(v)))],
    ["jacobian-vs-vjp", (m, x) => m.map((row) => row.map((v, j) => v * x[j]!))],
  ])("%s", (id, of) => {
    expect(check(jacobian, { f: (A: Vec[], x: Vec) => of(J(A, x), x) }).mistake).toBe(id);
  });
});
