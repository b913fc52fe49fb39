import { readdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { chooseLesson, handOutLessons } from "../../tools/setup/lessons.mjs";
import { newFolder, write } from "./sandbox.ts";

const monday = new Date("2026-11-23T12:00:00Z");
const wednesday = new Date("2026-11-25T12:00:00Z");

const work = (root: string) => {
  const folder = path.join(root, "work");
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
  );
};

/** Two lessons, handed out on Monday. */
function begin(): string {
  const root = newFolder();
  write(root, {
    "notebooks/01-slopes.ipynb": "one",
    "notebooks/02-toy.ipynb": "two",
    "notebooks/02-toy.md": "",
  });
  expect(handOutLessons(root, monday)).toEqual([]);
  return root;
}

it("copies the lessons", () => {
  expect(work(begin())).toEqual({ "01-slopes.ipynb": "one", "02-toy.ipynb": "two" });
});

it("never writes over a student's notebook", () => {
  const root = begin();
  write(root, { "work/01-slopes.ipynb": "solved" });
  expect(handOutLessons(root, wednesday)).toEqual([]);
  expect(work(root)["01-slopes.ipynb"]).toBe("solved");
});

it("copies a lesson again that the student has removed", () => {
  const root = begin();
  write(root, { "notebooks/03-new.ipynb": "three" });
  handOutLessons(root, wednesday);
  expect(work(root)["03-new.ipynb"]).toBe("three");
});

it.each([
  ["solved", "that was worked on"],
  ["one", "that was not touched"],
])("puts a changed lesson beside a copy: %s", (copy) => {
  const root = begin();
  write(root, { "work/01-slopes.ipynb": copy, "notebooks/01-slopes.ipynb": "one, corrected" });
  expect(handOutLessons(root, wednesday)).toMatchInlineSnapshot(`
    [
      "Lesson 01-slopes.ipynb has changed. Your notebook is as you left it; the new one is beside it: work/01-slopes.new-2026-11-25.ipynb",
    ]
  `);
  expect(work(root)).toEqual({
    "01-slopes.ipynb": copy,
    "01-slopes.new-2026-11-25.ipynb": "one, corrected",
    "02-toy.ipynb": "two",
  });
});

it("brings a change once", () => {
  const root = begin();
  write(root, { "notebooks/01-slopes.ipynb": "one, corrected" });
  handOutLessons(root, wednesday);
  expect(handOutLessons(root, wednesday)).toEqual([]);
});

it("never writes over an earlier change either", () => {
  const root = begin();
  for (const text of ["one, corrected", "one, corrected twice"]) {
    write(root, { "notebooks/01-slopes.ipynb": text });
    handOutLessons(root, wednesday);
  }
  expect(work(root)).toMatchObject({
    "01-slopes.new-2026-11-25.ipynb": "one, corrected",
    "01-slopes.new-2026-11-25-2.ipynb": "one, corrected twice",
  });
});

it("leaves copies alone whose origin it no longer knows", () => {
  const root = newFolder();
  write(root, { "notebooks/01-slopes.ipynb": "one", "work/01-slopes.ipynb": "solved" });
  expect(handOutLessons(root, monday)).toEqual([]);
  expect(work(root)).toEqual({ "01-slopes.ipynb": "solved" });
});

it("starts a new record where the old one is damaged", () => {
  const root = begin();
  write(root, { ".jupyter/lessons.json": '{ "01-slo', "work/01-slopes.ipynb": "solved" });
  expect(handOutLessons(root, wednesday)).toEqual([]);
  expect(work(root)["01-slopes.ipynb"]).toBe("solved");
});

it.each(["02", "2"])("chooses lesson %s", (number) => {
  expect(chooseLesson(begin(), number)).toBe("02-toy.ipynb");
});

it("says which lessons there are", () => {
  expect(() => chooseLesson(begin(), "11")).toThrowErrorMatchingInlineSnapshot(
    `[Error: There is no lesson 11; the lessons are 01, 02.]`,
  );
});

it("chooses the first lesson, and later the one that was worked on last", () => {
  const root = begin();
  expect(chooseLesson(root)).toBe("01-slopes.ipynb");
  write(root, { "work/01-slopes.ipynb": "solved", "work/02-toy.ipynb": "begun" });
  utimesSync(path.join(root, "work/01-slopes.ipynb"), 1, 1);
  expect(chooseLesson(root)).toBe("02-toy.ipynb");
});
