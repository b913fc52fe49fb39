/** @file A spec's call as text: every way of writing it, and no way to smuggle anything in. */
import { describe, expect, it } from "vitest";
import { callFrom, callText } from "../../grader/cell/call-text.ts";

type Student = { f(x: number): number };
const student: Student = { f: (x) => 2 * x };
const there = (spec: Parameters<typeof callText>[0]) => callFrom(callText(spec))(student, { x: 3 }, {});

describe("callText()", () => {
  it.each<[how: string, spec: { call: (s: Student, input: { x: number }) => unknown }]>([
    ["an arrow", { call: (s, { x }) => s.f(x) }],
    [
      "a method",
      {
        call(s, { x }) {
          return s.f(x);
        },
      },
    ],
    ["a function", { call: (s, { x }) => s.f(x) }],
  ])("carries %s", (_how, spec) => {
    // biome-ignore format: a table
    expect(there(spec)).toBe(6);
  });

  it("carries async functions, as promises", async () => {
    const call = async (s: Student) => s.f(1);
    await expect(there({ call })).resolves.toBe(2);
    await expect(there({ async call(s: Student) { return s.f(1); } })).resolves.toBe(2); // biome-ignore format: one line
  });

  it("carries inner functions whose names a runner keeps", () => {
    const call = (s: Student, { x }: { x: number }) => {
      const inner = (z: number) => s.f(z) + 1;
      return inner(x);
    };
    expect(there({ call })).toBe(7);
  });

  it("does not carry a captured variable: it is unknown everywhere", () => {
    const captured = 5;
    expect(() => there({ call: (s: Student) => s.f(captured) })).toThrow(ReferenceError);
  });
});
