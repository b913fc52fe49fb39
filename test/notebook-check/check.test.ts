/** @file What a student sees under a check cell, and what the next kernel still knows of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NotImplementedError, Value } from "gradbook";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { check, hint, progress } from "../../grader/notebook.ts";
import { findStore, readStore } from "../../grader/store.ts";

// Solutions compile with the settings of a notebook, not with ours: see tsconfig.answers.json.
const solution = path.resolve(import.meta.dirname, "../../solutions/02-toy-networks/toy-backward.ts");
const { toyBackward } = (await import(
  solution
)) as typeof import("../../exercises/02-toy-networks/toy-backward.ts");

const id = "02-toy-networks/toy-backward";
const here = process.cwd();
let shown: string[];

/** A kernel that keeps what is displayed. */
beforeEach(() => {
  shown = [];
  process.chdir(mkdtempSync(path.join(tmpdir(), "gradbook-check-")));
  vi.stubGlobal("__tslab__", { require: () => ({ display: { html: (html: string) => shown.push(html) } }) });
});
afterEach(() => {
  const folder = process.cwd();
  process.chdir(here);
  rmSync(folder, { recursive: true });
  vi.unstubAllGlobals();
});
const text = () =>
  shown
    .join("\n")
    .replace(/<[^>]*>/g, "|")
    .replace(/\|+/g, "|");
const done = () => readStore(findStore()).exercises[id];

describe("check(id, answer)", () => {
  it("returns nothing, so that the cell prints nothing but the card", () => {
    expect(check(id, toyBackward)).toBeUndefined();
    expect(shown).toHaveLength(1);
  });
  it("says that it is right, and offers a solution to compare with", () => {
    check(id, toyBackward);
    expect(text()).toMatch(/^\|✓ Right\| \|2\.4 The toy network backwards\| · 3 of 3 points\./);
    expect(text()).toContain("A solution to compare with");
    expect(done()).toEqual({ points: 3, maxPoints: 3, status: "right" });
  });
  it("says what to do where nothing is written yet, without a number", () => {
    check(id, () => {
      throw new NotImplementedError("toyBackward");
    });
    expect(text()).toContain("write toyBackward in the cell above, then run this cell again");
    expect(text()).toContain("○ To do");
    expect(text()).not.toContain("A solution");
    expect(done()?.status).toBe("todo");
  });
  it("gives partial credit, and folds three hints inside each other", () => {
    check(id, (...given: Parameters<typeof toyBackward>) => {
      const right = toyBackward(...given);
      return { ...right, dF: right.dF.map((d) => -d) };
    });
    expect(text()).toContain("◐ Partly right");
    expect(text().match(/Hint \d of 3/g)).toEqual(["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"]);
    expect(shown[0]?.match(/<details(?! open)/g)).toHaveLength(3);
    expect(done()).toMatchObject({ points: 2.4, status: "partly" });
  });
  it("accepts the answer by its name", () => {
    check(id, { toyBackward });
    expect(done()?.points).toBe(3);
  });
  it("gives the student's code copies: a right answer stays right the next time", () => {
    check(id, (...given: Parameters<typeof toyBackward>) => {
      const right = toyBackward(...given);
      given[1].f.fill(0);
      return right;
    });
    expect(text()).toContain("work on copies");
    check(id, toyBackward);
    expect(done()?.points).toBe(3);
  });
  it.each([
    [
      "an answer that is not there",
      id,
      undefined,
      "toyBackward is not there yet; run the cell above first, then this one again.",
    ],
    [
      "another name",
      id,
      { toyForward: toyBackward },
      "toyBackward is not there yet (toyForward is not asked for here); run the cell above first, then this one again.",
    ],
    ["a number", id, 3, "toyBackward is a number; a function is expected."],
    [
      "an object of numbers",
      id,
      { toyBackward: { a: 1 } },
      "toyBackward is an object; a function is expected.",
    ],
    [
      "a wrong id",
      "02-toy-networks/toy",
      toyBackward,
      'there is no exercise "02-toy-networks/toy"; did you mean one of 02-toy-networks/activation,',
    ],
  ])("answers %s with a sentence, and counts nothing", (_what, exercise, answer, sentence) => {
    expect(() => check(exercise, answer)).not.toThrow();
    expect(text().replaceAll("&quot;", '"')).toContain(sentence);
    expect(done()).toBeUndefined();
  });
  it("shows what the student's code throws as text", () => {
    check(id, () => {
      throw new Error("<img src=x onerror=alert(1)>\u001b[2J");
    });
    expect(shown[0]).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(shown[0]).not.toContain("<img");
    expect(shown[0]).not.toContain("\u001b");
  });
  it("gives no points for autograd where the task is by hand", () => {
    check(id, (...given: Parameters<typeof toyBackward>) => {
      new Value(given[1].x).mul(2).backward();
      return toyBackward(...given);
    });
    expect(text()).toContain("by hand here: this answer uses Value of gradbook");
    expect(done()).toMatchObject({ points: 0, status: "wrong" });
  });
  it("keeps the verdict where progress cannot be saved", () => {
    const store = findStore();
    vi.spyOn(process, "cwd").mockReturnValue(path.join(path.dirname(store), "gone"));
    check(id, toyBackward);
    expect(text()).toContain("✓ Right");
    expect(text()).toContain("your progress could not be saved");
    vi.restoreAllMocks();
  });
});

describe("hint(id)", () => {
  it("shows one hint at a time and remembers how many were shown", () => {
    for (let i = 0; i < 4; i++) hint(id);
    expect(shown.map((html) => /hint \d of 3/.exec(html)?.[0])).toEqual([
      "hint 1 of 3",
      "hint 2 of 3",
      "hint 3 of 3",
      "hint 3 of 3",
    ]);
  });
  it("costs no points and forgets none", () => {
    check(id, toyBackward);
    hint(id);
    expect(done()?.points).toBe(3);
  });
});

describe("progress()", () => {
  const svg = () => Buffer.from(/base64,([^"]*)/.exec(shown.at(-1) ?? "")?.[1] ?? "", "base64").toString();

  it("is a picture that says the points of every lesson, also to a screen reader", () => {
    check(id, toyBackward);
    progress();
    expect(shown.at(-1)).toMatch(
      /<img src="data:image\/svg\+xml;base64,[^"]+" alt="Progress: .*02 toy networks: 3 of \d+ points/,
    );
    expect(svg()).toContain('fill="white"');
    expect(svg().replace(/<[^>]*>/g, "|")).toMatch(/\|2\.4\|+✓\|/);
  });
  it("is drawn before anything was checked", () => {
    progress();
    expect(shown.at(-1)).toMatch(/02 toy networks: 0 of \d+ points/);
  });
});
