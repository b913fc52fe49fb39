/** @file What an instructor gets: the gradebook and the pages. */
import { describe, expect, it } from "vitest";
import { classPage } from "../../grader/report/class-page.ts";
import { classText } from "../../grader/report/class-text.ts";
import { csv } from "../../grader/report/csv.ts";
import { studentPage } from "../../grader/report/student-page.ts";
import { summarise } from "../../grader/report/summary.ts";
import { partly, right, submission, todo } from "./sample.ts";

const order = [right.id, todo.id];
const summaryOf = (...results: ReturnType<typeof submission>[]) => {
  const { add, summary } = summarise(order);
  results.forEach(add);
  return summary();
};
const hostile = `=HYPERLINK("http://x"),<script>alert(1)</script>`;
const sample = summaryOf(
  submission("Ömer", [todo, partly]),
  submission(hostile, [right, todo]),
  submission("Ada", [right, { ...todo, status: "missing" }]),
);

describe("classText(summary)", () => {
  it("keeps its columns under each other, whatever script a name is written in", () => {
    const text = classText(
      summaryOf(submission("山田 花子", [right]), submission("Zoë", [partly]), submission("e\u0301", [todo])),
    );
    expect(text).toMatchInlineSnapshot(`
      "student    points    2.4  2.6
      of              4      3    1
      é               0         0 ○
      Zoë           1.5  1.5 ◐
      山田 花子       3    3 ✓

      ✓ right   ◐ partly right   ✗ not yet   ○ to do   – not found   ! not run to its end"
    `);
  });
});

describe("csv(summary)", () => {
  it("has a line a student and a column an exercise, in the order of the course; formulas are only text", () => {
    expect(csv(sample).split("\r\n")).toEqual([
      "student,files,points,maxPoints,02-toy-networks/toy-backward,02-toy-networks/derivations",
      `"'=HYPERLINK(""http://x""),<script>alert(1)</script>",02-toy-networks.ipynb,3,4,3,0`,
      "Ada,02-toy-networks.ipynb,3,4,3,",
      "Ömer,02-toy-networks.ipynb,1.5,4,1.5,0",
      "",
    ]);
  });
  it.each(["=1", "+1", "-1", "@SUM(A1)"])("escapes the name %s", (name) => {
    expect(csv(summaryOf(submission(name, [right])))).toContain(`\r\n'${name},`);
  });
});

describe("summarise(order)", () => {
  it("counts each named mistake once a student, the most frequent first", () => {
    const { mistakes } = summaryOf(
      submission("a", [partly]),
      submission("b", [partly]),
      submission("b", [partly], "copy.ipynb"),
      submission("c", [{ ...todo, status: "wrong", message: "dSigmoid differs" }]),
    );
    expect(mistakes).toEqual([
      { exercise: right.id, mistake: "sign", says: partly.message, students: 2 },
      { exercise: todo.id, says: "", students: 1 },
    ]);
  });
  it("counts the better of two answers of one student to one exercise", () => {
    const { students } = summaryOf(submission("a", [right]), submission("a", [partly], "later.ipynb"));
    expect(students).toHaveLength(1);
    expect(students[0]?.scores.get(right.id)?.points).toBe(3);
  });
});

describe("the pages", () => {
  it("hold no markup of a student's and fetch nothing", () => {
    const unread = { ...submission(hostile, []), problem: `<img src="http://x/y">` };
    const pages = [
      classPage(sample, (student) => `students/${encodeURIComponent(student)}.html`),
      studentPage({ student: hostile, files: [], problems: [], scores: new Map() }, 4, [
        unread,
        submission(hostile, [{ ...partly, message: "</style><script>alert(1)</script>" }]),
      ]),
    ];
    for (const html of pages) {
      expect(html).not.toMatch(/<script|<img|<link|@import|url\(/);
      expect(html).toContain("default-src 'none'");
    }
  });
  it("say what to teach again", () => {
    const html = classPage(sample, () => "");
    expect(html).toMatch(
      /2\.4 The toy network backwards<\/td><td>1 of 3<\/td><td class="text"><code>sign<\/code>/,
    );
  });
  it("print the level", () => {
    expect(classPage(sample, () => "")).toContain("level 1: QuickJS in a child process");
  });
});
