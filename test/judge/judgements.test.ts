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

async function solved(): Promise<Reply> {
  const solution = `../../solutions/${entry.id}.ts`;
  const student = await import(/* @vite-ignore */ solution);
  const inputs = JSON.stringify(inputsOf(variant));
  const written = runCases(student, callFrom(callText(entry.spec)), makeKit, inputs);
  return { outcomes: JSON.parse(written), fuelUsed: 0, printed: "" };
}

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

describe("the fresh cases", () => {
  const deciding = (reply: Reply): Reply =>
    "outcomes" in reply ? { ...reply, outcomes: reply.outcomes.slice(0, variant.cases.length + 1) } : reply;

  it("are not run for a right answer", async () => {
    expect(new Judgements().of(entry, variant, deciding(await solved()))).toMatchObject({ status: "right" });
  });

  it("are wanted for a wrong one, and then it is judged", () => {
    const judgements = new Judgements();
    expect(judgements.of(entry, variant, deciding(always(7)))).toBe("wants fresh");
    expect(judgements.of(entry, variant, always(7))).toMatchObject({ status: "wrong" });
  });

  it.each<[string, Reply]>([
    ["has a case without an answer", always({ $: "undefined" })],
    ["cannot be run", { refused: { message: "no" } }],
  ])("are not wanted for one that %s: no mistake is looked for", (_what, reply) => {
    expect(new Judgements().of(entry, variant, deciding(reply))).toHaveProperty("status");
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
    expect(judgements.of(entry, variant, always(7))).toMatchObject({ status: "wrong" });
    expect(judgements.of(entry, variant, await solved())).toMatchObject({ status: "right" });
  });
});
