/** One mistake planted in each gradient of a deep scalar network: rejected, found where it is, and nothing else lost. */
import { describe, expect, it, test } from "vitest";
import { exercise } from "../../grader/exercise.ts";
import type { Node } from "../../grader/model/node.ts";
import { check, score } from "./check.ts";

interface Grads {
  dF: number[];
  dH: number[];
  dBeta: number[];
  dOmega: number[];
  dX: number;
}
type Given = { beta: number[]; omega: number[]; x: number; y: number; f: number[]; h: number[] };

const spec = exercise<{ backward(given: Given): Grads }>()({
  title: "0.1 A toy network backwards",
  points: 5,
  source: "D12, D13",
  exports: ["backward"],
  input: (d) => ({ beta: d.vec(3), omega: d.vec(3, 0.4, 1.4), x: d.real(0.3, 1.3), y: d.real() }),
  cases: () => ({ "a small net": { beta: [0, 0.1, 0.2], omega: [1, -0.5, 0.7], x: 0.5, y: 1 } }),
  model: (p, { of }) => {
    const [beta, omega, x] = [p.beta.map(of<number>), p.omega.map(of<number>), of(p.x)];
    const [f, h]: [Node[], Node[]] = [[], [x]];
    for (let k = 0; k < 3; k++) {
      f.push(beta[k]!.add(omega[k]!.mul(h[k]!)));
      if (k < 2) h.push(f[k]!.tanh());
    }
    return { beta, omega, x, f, h, loss: f[2]!.sub(p.y).square() };
  },
  gives: ({ f, h }) => ({ f, h }),
  call: (s, given) => s.backward(given),
  parts: ({ gradient }) => ({
    dF: gradient("f"),
    dH: gradient("h"),
    dBeta: gradient("beta"),
    dOmega: gradient("omega"),
    dX: gradient("x"),
  }),
  hints: ["", "", ""],
});

type Plant = (part: string, k: number, value: number) => number;
/** The right backward pass, in which every number goes through `plant` before it is stored and used. */
const backward =
  (plant: Plant = (_part, _k, value) => value) =>
  ({ omega, y, f, h }: Given): Grads => {
    const [dF, dH]: [number[], number[]] = [[], []];
    for (let k = 2; k >= 0; k--) {
      const arrives = k === 2 ? 2 * (f[2]! - y) : (1 - h[k + 1]! ** 2) * dH[k + 1]!;
      dF[k] = plant("dF", k, arrives);
      dH[k] = plant("dH", k, omega[k]! * dF[k]!);
    }
    return {
      dF,
      dH,
      dBeta: dF.map((d, k) => plant("dBeta", k, d)),
      dOmega: dF.map((d, k) => plant("dOmega", k, h[k]! * d)),
      dX: plant("dX", 0, dH[0]!),
    };
  };
const judged = (plant?: Plant) => check(spec, { backward: backward(plant) });

test("the right pass earns everything, whatever the seed", () => {
  for (let seed = 1; seed <= 60; seed++)
    expect(score(check(spec, { backward: backward() }, [seed, seed + 1000]))).toBe("5 of 5, right");
});

const mistakes: Record<string, (value: number) => number> = {
  "the opposite sign": (v) => -v,
  "twice too large": (v) => 2 * v,
  "0.1 too large": (v) => v + 0.1,
  squared: (v) => v * v,
  "off by 1e-4 of itself": (v) => v * (1 + 1e-4),
  "off by 1e-9 of itself": (v) => v * (1 + 1e-9),
};
const places = [
  ["dF", 2],
  ["dF", 1],
  ["dF", 0],
  ["dH", 2],
  ["dH", 1],
  ["dBeta", 1],
  ["dOmega", 2],
  ["dX", 0],
] as const;

describe.each(Object.entries(mistakes))("%s", (_what, mistake) => {
  it.each(places)("in %s[%i] costs that part alone, and is found there", (part, k) => {
    const result = judged((p, i, value) => (p === part && i === k ? mistake(value) : value));
    expect(score(result)).toBe(`4 of 5, partly: ${part}`);
    expect(result.message).toContain(part === "dX" ? "dX" : `${part}[${k}]`);
    for (const other of result.parts)
      if (other.name !== part) expect(["right", "follows"]).toContain(other.is);
  });
});

describe("what was not computed carries nothing forward", () => {
  const fill = (value: number) => ({
    backward: () => ({
      dF: [value, value, value],
      dH: [value, value, value],
      dBeta: [value, value, value],
      dOmega: [value, value, value],
      dX: value,
    }),
  });
  test.each([0, 1, -1, 0.5])("%d everywhere earns nothing", (value) => {
    expect(check(spec, fill(value)).points).toBe(0);
  });
  test("zeros from the start earn nothing, although each later step fits them", () => {
    expect(judged((part, k, value) => (part === "dF" && k === 2 ? 0 : value)).points).toBe(0);
  });
  test("NaN from the start earns nothing", () => {
    const result = judged((part, k, value) => (part === "dF" && k === 2 ? Number.NaN : value));
    expect(result.points).toBe(0);
    expect(result.message).toMatch(/^dF\[0\] is NaN; a number is expected/);
  });
  test("ones from the start lose dF alone: the other steps were computed", () => {
    expect(score(judged((part, k, value) => (part === "dF" && k === 2 ? 1 : value)))).toBe(
      "4 of 5, partly: dF",
    );
  });
});

test("h[0] is the input: a mistake in dH[0] that dX repeats is one in both", () => {
  const result = judged((part, k, value) => (part === "dH" && k === 0 ? -value : value));
  expect(score(result)).toBe("3 of 5, partly: dH, dX");
});

describe("two mistakes", () => {
  const all = [
    ...["dF", "dH", "dBeta", "dOmega"].flatMap((part) => [0, 1, 2].map((k) => [part, k] as const)),
    ["dX", 0] as const,
  ];
  // dH[0] is the gradient of the input: a mistake there shows in dX too.
  const costs = ([part, k]: readonly [string, number]) => (part === "dH" && k === 0 ? ["dH", "dX"] : [part]);
  const pairs = all.flatMap((one, i) => all.slice(i + 1).map((two) => [one, two] as const));
  it.each(pairs.map(([one, two]) => [one.join(""), two.join(""), one, two] as const))(
    "in %s and %s cost these two steps alone",
    (_one, _two, one, two) => {
      const is = (place: readonly [string, number], part: string, k: number) =>
        place[0] === part && place[1] === k;
      const { parts } = judged((part, k, value) =>
        is(one, part, k) ? 3 * value : is(two, part, k) ? value + 0.7 : value,
      );
      const lost = parts.filter(({ points }) => points === 0).map(({ name }) => name);
      expect(lost.sort()).toEqual([...new Set([...costs(one), ...costs(two)])].sort());
    },
  );
  it("are both found; the one nearer the loss is spoken of", () => {
    const result = judged((part, k, value) =>
      part === "dF" && k === 2 ? 3 * value : part === "dOmega" && k === 0 ? -value : value,
    );
    expect(score(result)).toBe("3 of 5, partly: dF, dOmega");
    expect(result.message).toMatch(/^the first wrong gradient on the way back from the loss: dF\[2\] is /);
  });
});

describe("the table", () => {
  it("shows at most five wrong entries: yours beside the numerical value and its error bar", () => {
    const { rows } = judged((part, _k, value) => (part === "dF" ? value + 1 : value)).parts[0]!;
    expect(rows.length).toBeLessThanOrEqual(5);
    expect(rows[0]?.where).toBe("dF[2]");
    for (const { checked, error } of rows) {
      expect(checked).toBeTypeOf("number");
      expect(error).toBeLessThan(1e-12);
    }
  });
});
