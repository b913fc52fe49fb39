/** @file The author's check finds what is not whole in a course. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Entry, find } from "../../grader/catalogue.ts";
import { openPool } from "../../grader/cell/pool.ts";
import type { Runner } from "../../grader/runner.ts";
import { verify } from "../../grader/verify.ts";

const toyForward = find("02-toy-networks/toy-forward");
let pool: Runner;
beforeAll(async () => {
  pool = await openPool({ cells: 1 });
});
afterAll(() => pool.close());

/** What is said about toy-forward, with its spec changed. */
async function failuresWith(change: Partial<Entry["spec"]>): Promise<readonly string[]> {
  const entry = { ...toyForward, spec: { ...toyForward.spec, ...change } };
  const { failures } = await verify(pool, [entry]);
  return failures.filter(({ where }) => where === entry.id).map(({ message }) => message);
}

describe("verify(runner)", { timeout: 60_000 }, () => {
  it("finds nothing in an exercise that is whole", async () => {
    expect(await failuresWith({})).toEqual([]);
  });
  it("wants three short hints", async () => {
    const long = "word ".repeat(41);
    expect(await failuresWith({ hints: ["", long] as never })).toEqual([
      "three hints are expected, there are 2",
      "hint 1 has 0 words; 1 to 40 are expected",
      "hint 2 has 41 words; 1 to 40 are expected",
    ]);
  });
  it("wants every slip to be rejected, to be named, and to say something", async () => {
    const slips = [
      { id: "harmless", say: "this changes nothing", answers: () => ({}) },
      {
        id: "loud",
        say: " ",
        answers: (_: unknown, right: { value(q: string): unknown }) => ({ f: right.value("h") }),
      },
      {
        id: "twin",
        say: "the same again",
        answers: (_: unknown, right: { value(q: string): unknown }) => ({ f: right.value("h") }),
      },
    ];
    const failures = await failuresWith({ slips });
    expect(failures).toContain('slip "loud" says nothing');
    expect(failures).toContain('slip "harmless" earns everything: no case tells it from the solution');
    expect(failures).toContain('slip "twin" is named "loud"');
  });
  it("wants the lectures' numbers from the solution", async () => {
    const [ids, as] = toyForward.spec.worked ?? [[], () => ({ input: {}, answer: {} })];
    const failures = await failuresWith({
      worked: [ids, (given, expected) => ({ ...as(given, expected), answer: { loss: -1 } })],
    });
    expect(failures).toEqual(ids.map((id) => `the solution's loss differ from the worked example ${id}`));
  });
  it("wants the starter to read as to do, and everything for the solution", async () => {
    const failures = await failuresWith({ exports: ["toyForward", "toyBackward"] });
    expect(failures.join("\n")).toMatch(/toyBackward/);
    const strict = await failuresWith({
      parts: ({ holds }) => ({
        never: holds(
          (whole) => whole,
          () => "never right",
        ),
      }),
    });
    expect(strict.join("\n")).toMatch(/the solution earns 0 of 1/);
  });
  it("wants the slug in all four places", async () => {
    const { failures } = await verify(pool, [{ ...toyForward, id: "02-toy-networks/elsewhere" }]);
    const messages = failures
      .filter(({ where }) => where === "02-toy-networks/elsewhere")
      .map((f) => f.message);
    expect(messages).toEqual([
      "it has no starter in exercises/",
      "it has no solution in solutions/",
      "it has no exercise fence in its lesson in notebooks/",
    ]);
    expect(failures).toContainEqual({ where: toyForward.id, message: "it has no spec in grader/specs/" });
  });
});
