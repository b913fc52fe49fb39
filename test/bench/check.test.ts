/** A small run of `npm run bench:check`: what its tables say of gradbook must hold at any points. */
import { beforeAll, describe, expect, it } from "vitest";
import { honestyOf } from "../../bench/check/ladder.ts";
import { type Counts, measure } from "../../bench/check/measure.ts";
import { randomFunctions } from "../numeric/random-function.ts";

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

it("an error bar that promises five digits is never wrong", () => {
  const { functions, honest, certifiedButWrong } = honestyOf(randomFunctions(400, 77));
  expect(honest / functions).toBeGreaterThanOrEqual(0.995);
  expect(certifiedButWrong).toBe(0);
});
