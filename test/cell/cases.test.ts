/** @file What the reader makes of answers: plain data as it is, everything else by its name, nothing twice. */
import { describe, expect, it } from "vitest";
import { callFrom, callText } from "../../grader/cell/call-text.ts";
import { runCases } from "../../grader/cell/cases.ts";
import { makeKit } from "../../grader/cell/kit.ts";

type Answer = (w: number[]) => unknown;
/** What comes of calling `answer` with w = [1, 2]. */
function outcomeOf(answer: Answer): unknown {
  const call = callFrom(
    callText({ call: (student: { answer: Answer }, input: { w: number[] }) => student.answer(input.w) }),
  );
  const [outcome] = JSON.parse(runCases({ answer }, call, makeKit, '[{"w":[1,2]}]'));
  return outcome;
}
const answerOf = (answer: Answer) => (outcomeOf(answer) as { answer: unknown }).answer;

describe("plain answers arrive as they are", () => {
  it.each([
    [0],
    [0.1],
    [-1.5e-300],
    [true],
    [null],
    ["s*(1-s)"],
    [[]],
    [[1, [2, 3]]],
    [{ dW: [[1, 2]], db: 3, order: "row-major" }],
  ])("%j", (value) => {
    expect(outcomeOf(() => value)).toEqual({ answer: value, changedInput: false });
  });

  it("minus zero stays a number, and minus zero", () => {
    expect(answerOf(() => -0)).toBe(-0);
  });

  it("a typed array of numbers is a list of numbers", () => {
    expect(answerOf(() => Float64Array.of(1.5, -2))).toEqual([1.5, -2]);
  });

  it("the fields of an object of the student's own class are a record", () => {
    class Dual {
      readonly re = 1;
      readonly du = 2;
    }
    expect(answerOf(() => new Dual())).toEqual({ re: 1, du: 2 });
  });
});

describe("everything else becomes a tag that says what it is", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["me"] = cyclic;
  it.each<[what: string, value: unknown]>([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["undefined", undefined],
    ["a function", () => 1],
    ["a bigint", 1n],
    ["a symbol", Symbol("s")],
    ["a promise", Promise.resolve(1)],
    ["a long text", "x".repeat(2001)],
    ["too much", new Array(200_000).fill(0.1)],
  ])("%s", (what, value) => {
    expect(answerOf(() => value)).toEqual({ $: what });
  });

  it("inside lists and records too", () => {
    const withHole = [1, 2, 3];
    delete withHole[1];
    expect(
      answerOf(() => ({ a: [Number.NaN], b: withHole, c: [undefined], d: BigInt64Array.of(1n) })),
    ).toEqual({
      a: [{ $: "NaN" }],
      b: [1, { $: "a hole" }, 3],
      c: [{ $: "undefined" }],
      d: [{ $: "a bigint" }],
    });
  });

  it("what contains itself is cut", () => {
    expect(JSON.stringify(answerOf(() => cyclic))).toContain('{"$":"nested too deep"}');
  });
});

describe("an answer cannot tell two stories", () => {
  it("a getter is read once", () => {
    let reads = 0;
    const answer = { get loss() { return ++reads; } }; // biome-ignore format: one line
    expect(answerOf(() => answer)).toEqual({ loss: 1 });
    expect(reads).toBe(1);
  });

  it("toJSON, valueOf and inherited fields are not asked", () => {
    const inherited = Object.create({ loss: 3 });
    expect(answerOf(() => ({ toJSON: 1, dW: [1] }))).toEqual({ toJSON: 1, dW: [1] });
    expect(answerOf(() => [{ valueOf: 5 }])).toEqual([{ valueOf: 5 }]);
    expect(answerOf(() => inherited)).toEqual({});
  });

  it("a patched JSON.stringify changes nothing", () => {
    const { stringify } = JSON;
    try {
      expect(
        outcomeOf(() => {
          JSON.stringify = () => '"right"';
          return ["text", 1];
        }),
      ).toEqual({ answer: ["text", 1], changedInput: false });
    } finally {
      JSON.stringify = stringify;
    }
  });
});

describe("inputs", () => {
  it("are the same for every case, whatever the case before did to them", () => {
    const call = callFrom("(student, input) => student.answer(input.w)");
    const answer = (w: number[]) => {
      w[0] = 99;
      return w[1];
    };
    expect(JSON.parse(runCases({ answer }, call, makeKit, '[{"w":[1,2]},{"w":[1,2]}]'))).toEqual([
      { answer: 2, changedInput: true },
      { answer: 2, changedInput: true },
    ]);
  });

  it.each<[how: string, change: (w: number[]) => void]>([
    [
      "an entry",
      (w) => {
        w[1] = 3;
      },
    ],
    [
      "the length",
      (w) => {
        w.pop();
      },
    ],
    [
      "a new entry",
      (w) => {
        w.push(1);
      },
    ],
    [
      "a named field",
      (w) => {
        Object.assign(w, { note: 1 });
      },
    ],
  ])("a change is seen: %s", (_how, change) => {
    // biome-ignore format: a table
    const answer = (w: number[]) => {
      change(w);
      return 1;
    };
    expect(outcomeOf(answer)).toEqual({ answer: 1, changedInput: true });
  });
});

describe("what is thrown", () => {
  const thrownBy = (answer: Answer) => (outcomeOf(answer) as { threw: unknown }).threw;
  const raise = (thrown: unknown) => () => {
    throw thrown;
  };
  it.each<[what: string, thrown: unknown, read: { name: string; message: string }]>([
    ["an error", new TypeError("no"), { name: "TypeError", message: "no" }],
    ["a text", "no", { name: "", message: "no" }],
    ["null", null, { name: "", message: "threw null" }],
    ["nothing", undefined, { name: "", message: "threw a value of type undefined" }],
    ["fields that are no texts", { name: 1, message: {} }, { name: "", message: "" }],
    [
      "a value whose fields throw",
      new Proxy({}, { get: raise(1) }),
      { name: "", message: "threw a value that cannot be read" },
    ],
    ["a long message", new Error("x".repeat(9000)), { name: "Error", message: "x".repeat(500) }],
  ])("%s", (_what, thrown, read) => {
    expect(thrownBy(raise(thrown))).toEqual(read);
  });

  it("a full stack reads alike in every engine", () => {
    const deep = (): number => deep() + 1;
    expect(thrownBy(deep)).toEqual({ name: "RangeError", message: "it calls itself too deeply" });
  });
});
