/** @file What is judged once for a whole class, and what must be judged anew. */
import { describe, expect, it } from "vitest";
import { find } from "../../grader/catalogue.ts";
import { callFrom, callText } from "../../grader/cell/call-text.ts";
import { runCases } from "../../grader/cell/cases.ts";
import { makeKit } from "../../grader/cell/kit.ts";
import { judge } from "../../grader/judge/judge.ts";
import { Judgements } from "../../grader/judge/judgements.ts";
import { inputsOf, prepare } from "../../grader/judge/variant.ts";
import type { Plain } from "../../grader/plain.ts";
import type { Reply } from "../../grader/runner.ts";

const entry = find("02-toy-networks/toy-forward");
const variant = prepare(entry.spec, [1, 2, 3, 4]);
const other = prepare(entry.spec, [5, 6, 7, 8]);
const always = (answer: Plain, { printed = "" } = {}): Reply => ({
  outcomes: inputsOf(variant).map(() => ({ answer, changedInput: false })),
  fuelUsed: 0,
  printed,
});

describe("outcomes that have been judged before", () => {
  it("get the same result, whatever was printed beside them", () => {
    const judgements = new Judgements();
    const first = judgements.of(entry, variant, always(7));
    expect(first).toEqual(judge(entry, variant, always(7)));
    expect(judgements.of(entry, variant, always(7, { printed: "hello" }))).toBe(first);
  });

  it("are judged anew if they are forgotten", () => {
    const judgements = new Judgements();
    const refused = (message: string): Reply => ({ refused: { message } });
    const first = judgements.of(entry, variant, refused("the first"));
    for (let k = 1; k <= 100; k++) judgements.of(entry, variant, refused(`${k}`));
    const again = judgements.of(entry, variant, refused("the first"));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});

describe("what is judged by itself", () => {
  it.each<[string, Plain, Plain]>([
    ["a number that differs in its last bit", 0.1 + 0.2, 0.3],
    ["−0 and 0", 0, -0],
    ["a number and its text", 1, "1"],
  ])("%s", (_what, a, b) => {
    const judgements = new Judgements();
    expect(judgements.of(entry, variant, always(a))).not.toBe(judgements.of(entry, variant, always(b)));
  });

  it("the same outcomes of another variant", () => {
    const judgements = new Judgements();
    expect(judgements.of(entry, variant, always(7))).not.toBe(judgements.of(entry, other, always(7)));
  });

  it("a right answer behind a wrong one", async () => {
    const judgements = new Judgements();
    expect(judgements.of(entry, variant, always(7)).status).toBe("wrong");
    const solution = `../../solutions/${entry.id}.ts`;
    const written = runCases(
      await import(/* @vite-ignore */ solution),
      callFrom(callText(entry.spec)),
      makeKit,
      JSON.stringify(inputsOf(variant)),
    );
    const right = { outcomes: JSON.parse(written), fuelUsed: 0, printed: "" };
    expect(judgements.of(entry, variant, right).status).toBe("right");
  });
});
