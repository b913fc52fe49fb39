/** @file All that the lectures hold has a home in the course, and docs/coverage.md says where. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readCourse } from "../../tools/inventory/course.ts";
import { holesOf } from "../../tools/inventory/holes.ts";
import { type Inventory, readInventory } from "../../tools/inventory/inventory.ts";
import { coveragePage } from "../../tools/inventory/page.ts";
import { root } from "../../tools/notebook/lesson.ts";

const [inventory, course] = [readInventory(), readCourse()];

describe("the lectures", () => {
  it("have a home in the course, row by row and misprint by misprint", () => {
    expect(holesOf(inventory, course)).toEqual([]);
  });
  it("hold 97 rows, 57 misprints and 72 worked examples", () => {
    expect([inventory.rows.length, inventory.errata.length, course.examples.size]).toEqual([97, 57, 72]);
  });
});

it("docs/coverage.md is what `npm run coverage` writes", () => {
  expect(readFileSync(path.join(root, "docs/coverage.md"), "utf8")).toBe(
    `${coveragePage(inventory, course)}\n`,
  );
});

/** The inventory with one row, D20, changed. */
const withRow = (change: object): Inventory => ({
  ...inventory,
  rows: inventory.rows.map((row) => (row.id === "D20" ? { ...row, ...change } : row)),
});
const home = (lesson: string, heading: string, words: string) => ({ [lesson]: { [heading]: [words] } });
const [lesson, heading, words] = [
  "08-training",
  "3. Where to start",
  "Suppose most are above 2, or below 0.5",
];

describe("a hole is reported:", () => {
  it.each([
    ["a row without a home", { taught: {}, lessons: [] }, "row D20 has no home"],
    [
      "a row that a lesson was to teach",
      { lessons: [lesson, "02-toy-networks"] },
      "row D20 is not taught in 02-toy-networks",
    ],
    [
      "a heading that is not there",
      { taught: home(lesson, "3. Where to stop", words) },
      'row D20: 08-training has no section "3. Where to stop"',
    ],
    [
      "a lesson that is not there",
      { taught: home("11-more", heading, words), lessons: [] },
      'row D20: 11-more has no section "3. Where to start"',
    ],
    [
      "words that are not there",
      { taught: home(lesson, heading, "Suppose all are 1") },
      'row D20: "3. Where to start" of 08-training does not say "Suppose all are 1"',
    ],
    [
      "a section named on trust",
      { taught: { [lesson]: { [heading]: [] } } },
      'row D20: "3. Where to start" of 08-training is named without words of it',
    ],
    [
      "an example that is not there",
      { examples: ["ds542-gradient-products", "sigmoid-chain-vanishing", "ds542-nothing"] },
      "row D20 names ds542-nothing, which is no worked example",
    ],
    [
      "an example of no row",
      { examples: ["ds542-gradient-products"] },
      "the worked example sigmoid-chain-vanishing belongs to no row",
    ],
    ["an exercise of no row", { id: "D21" }, "exercise 8.3 names D20, which is no row"],
  ])("%s", (_name, change, hole) => {
    expect(holesOf(withRow(change), course)).toEqual([hole]);
  });
  it("a misprint without a home", () => {
    const without = inventory.errata.filter(({ id }) => id !== "M4");
    for (const errata of [without, [...without, { id: "M4", handled: {} }]])
      expect(holesOf({ ...inventory, errata }, course)).toEqual(["misprint M4 has no home"]);
  });
  it("a refused answer that is not there", () => {
    const errata = inventory.errata.map((erratum) =>
      erratum.id === "M4" ? { ...erratum, slips: ["08-training/gone"] } : erratum,
    );
    expect(holesOf({ ...inventory, errata }, course)).toEqual(["there is no test/slips/08-training/gone.ts"]);
  });
  it("a worked example that nothing checks", () => {
    const examples = new Map([...course.examples, ["cs434-hinge", { exercises: [], files: [] }]]);
    expect(holesOf(inventory, { ...course, examples })).toEqual([
      "the worked example cs434-hinge is neither checked nor tested",
    ]);
  });
});
