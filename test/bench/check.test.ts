/** A small run of `npm run bench:check`: what its tables say of gradbook must hold at any points. */
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../../bench/check/goals.ts";
import { type Honesty, honestyOf } from "../../bench/check/ladder.ts";
import { type Counts, measure } from "../../bench/check/measure.ts";
import { randomFunctions, waves } from "../numeric/random-function.ts";

describe("on the same hard points", () => {
  let correct: Counts;
  let wrong: Counts;
  beforeAll(async () => {
    ({ correct, wrong } = await measure(12, 5));
  }, 60_000);

  it.each(["gradbook, function only", "gradbook, recorded model"])("%s fails no correct code", (rule) => {
    expect(Object.values(correct[rule]!).map(({ fails }) => fails)).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it.each(["gradbook, function only", "gradbook, recorded model"])("%s passes no wrong code", (rule) => {
    expect(
      Object.values(wrong[rule]!).every(({ checks, fails, refused }) => fails + refused === checks),
    ).toBe(true);
  });
  it("every fixed step and tolerance fails correct code beside a kink", () => {
    const others = Object.entries(correct).filter(([rule]) => !rule.startsWith("gradbook"));
    expect(others.map(([, situations]) => situations["near a kink"]!.fails > 0)).toEqual(
      others.map(() => true),
    );
  });
});

it.each([
  ["expressions", randomFunctions(400, 77)],
  ["large arguments", waves(400, 77)],
])("of %s, an error bar that promises five digits is never wrong", (_, drawn) => {
  const { functions, honest, certifiedButWrong } = honestyOf(drawn);
  expect(honest / functions).toBeGreaterThanOrEqual(0.995);
  expect(certifiedButWrong).toBe(0);
});

describe("the goals", () => {
  const count = (checks: number, fails: number) => ({
    "gradbook, function only": { ordinary: { checks, fails, refused: 0 } },
    "gradbook, recorded model": { ordinary: { checks, fails, refused: 0 } },
  });
  const trees: Honesty = { functions: 6000, honest: 6000, certified: 5000, certifiedButWrong: 0 };
  const reached = {
    correct: count(10_000, 0),
    wrong: count(10, 10),
    honesty: { trees },
    times: { exercises: 50, medianMs: 50, worstMs: 250, worst: "01-slopes/descent" },
  };
  const missed = (measured: object) =>
    Object.entries(rowsOf({ ...reached, ...measured })).flatMap(([name, { ok }]) => (ok ? [] : [name]));

  it("are reached by nothing less", () => expect(missed({})).toEqual([]));
  it.each([
    ["falseFails", { correct: count(10_000, 1) }],
    ["checks", { correct: count(9999, 0) }],
    ["wrongPassed", { wrong: count(10, 9) }],
    ["honest", { honesty: { trees: { ...trees, honest: 5969 } } }],
    ["certifiedButWrong", { honesty: { trees: { ...trees, certifiedButWrong: 1 } } }],
    ["medianMs", { times: { ...reached.times, medianMs: 51 } }],
  ])("miss %s", (name, measured) => expect(missed(measured)).toEqual([name]));
  it("say nothing of stored values", () => {
    const stored = { ...trees, honest: 0, certifiedButWrong: 9 };
    expect(missed({ honesty: { trees, "trees, stored as float32": stored } })).toEqual([]);
  });
});
