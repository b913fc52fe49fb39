import { describe, expect, it, test } from "vitest";
import { exercise } from "../../grader/exercise.ts";
import { judge } from "../../grader/judge/judge.ts";
import { prepare } from "../../grader/judge/variant.ts";
import { InfrastructureError, type Outcome } from "../../grader/runner.ts";
import { NotImplementedError } from "../../src/index.ts";
import { check, entryOf, score } from "./check.ts";

type Student = { f(x: number[]): unknown };
const spec = exercise<Student>()({
  title: "0.1 The gradient of a sum of squares",
  points: 2,
  source: "-",
  exports: ["f"],
  input: (d) => ({ x: d.vec(3) }),
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, loss: x.square().sum() };
  },
  call: (s, { x }) => ({ dx: s.f(x) }) as { dx: unknown },
  parts: ({ gradient }) => ({ dx: gradient("x") }),
  hints: ["", "", ""],
});

describe("a right answer", () => {
  it("earns everything and says what was shown to hold", () => {
    const result = check(spec, { f: (x: number[]) => x.map((xi) => 2 * xi) });
    expect(score(result)).toBe("2 of 2, right");
    expect(result.message).toBe("3 cases hold: 3 random inputs");
    expect(result.parts).toEqual([
      { name: "dx", is: "right", points: 2, maxPoints: 2, happened: "", rows: [] },
    ]);
  });
});

describe("nothing written yet", () => {
  it("is to do everywhere, without a number", () => {
    const result = check(spec, {
      f: () => {
        throw new NotImplementedError("f");
      },
    });
    expect(score(result)).toBe("0 of 2, todo: dx");
    expect(result.message).toBe("to do: write f");
    expect(result.parts[0]).toMatchObject({ is: "todo", happened: "", rows: [] });
  });
  it("names the answer of an earlier exercise where that is what is missing", () => {
    const result = check(spec, {
      f: () => {
        throw new NotImplementedError("numericalGradient");
      },
    });
    expect(result.message).toBe("to do: numericalGradient is still to be written");
  });
});

describe("answers of another form get a sentence before any number is compared", () => {
  test.each<[what: string, f: (x: number[]) => unknown, sentence: string]>([
    ["nothing", () => undefined, "dx is undefined; an array of shape (3) is expected (random input 3)"],
    ["a number", () => 1, "dx is 1; an array of shape (3) is expected (random input 3)"],
    ["a text", () => "[0, 1]", 'dx is "[0, 1]"; an array of shape (3) is expected (random input 3)'],
    ["too short", (x) => x.slice(1), "dx has shape (2); (3) is expected (random input 3)"],
    ["a column", (x) => x.map((xi) => [2 * xi]), "dx has shape (3, 1); (3) is expected (random input 3)"],
    ["a row", (x) => [x], "dx has shape (1, 3); (3) is expected (random input 3)"],
    [
      "NaN",
      (x) => x.map((xi, i) => (i === 1 ? Number.NaN : 2 * xi)),
      "dx[1] is NaN; a number is expected (random input 3)",
    ],
    ["a text inside", (x) => x.map(() => "2"), 'dx[0] is "2"; a number is expected (random input 3)'],
    ["a function", () => () => 1, "dx is a function; an array of shape (3) is expected (random input 3)"],
    [
      "a promise",
      () => Promise.resolve([1]),
      "dx is a promise; an array of shape (3) is expected (random input 3)",
    ],
    ["a hole", () => Array(3), "dx[0] is a hole; a number is expected (random input 3)"],
  ])("%s", (_what, f, sentence) => {
    const result = check(spec, { f });
    expect(result.message).toBe(sentence);
    expect(result.points).toBe(0);
    expect(result.parts[0]?.rows[0]?.checked).toBeUndefined();
  });
  it("with both shapes in the table", () => {
    const [row] = check(spec, { f: (x: number[]) => [x] }).parts[0]!.rows;
    expect(row).toEqual({ where: "dx", yours: "an array of length 1", shape: "(1, 3)", wantedShape: "(3)" });
  });
});

it("a sentence each, whatever comes back", () => {
  const said = (f: (x: number[]) => unknown) => check(spec, { f }).message;
  const right = (x: number[]) => x.map((xi) => 2 * xi);
  expect({
    throws: said(() => {
      throw new TypeError("x.dot is not a function");
    }),
    proxy: said((x) => new Proxy(right(x), {})),
    texts: said((x) => right(x).map(String)),
    typed: said((x) => Float64Array.from(right(x))),
    single: said((x) => Float32Array.from(right(x))),
    infinite: said((x) => right(x).map(() => 1 / 0)),
    nested: said((x) => [right(x)]),
    object: said((x) => ({ ...right(x) })),
    nothing: said(() => null),
  }).toMatchInlineSnapshot(`
    {
      "infinite": "dx[0] is Infinity; a number is expected (random input 3)",
      "nested": "dx has shape (1, 3); (3) is expected (random input 3)",
      "nothing": "dx is null; an array of shape (3) is expected (random input 3)",
      "object": "dx is an object with 0, 1, 2; an array of shape (3) is expected (random input 3)",
      "proxy": "3 cases hold: 3 random inputs",
      "single": "dx carries single precision only: its numbers went through a Float32Array or Math.fround",
      "texts": "dx[0] is "-0.487634489312768"; a number is expected (random input 3)",
      "throws": "your code threw TypeError: x.dot is not a function (random input 3)",
      "typed": "3 cases hold: 3 random inputs",
    }
  `);
});

describe("what voids the exercise", () => {
  it("changed input", () => {
    const f = (x: number[]) => {
      const g = x.map((xi) => 2 * xi);
      x[0] = 0;
      return g;
    };
    const result = check(spec, { f });
    expect(score(result)).toBe("0 of 2, wrong: dx");
    expect(result.message).toBe(
      "your code changes the arrays it is given, so whoever calls it loses their numbers: work on copies",
    );
  });
  it("another answer on the second call", () => {
    let calls = 0;
    const f = (x: number[]) => x.map((xi) => 2 * xi + (calls++ > 8 ? 1e-3 : 0));
    const result = check(spec, { f });
    expect(result.points).toBe(0);
    expect(result.message).toBe(
      "a second call with the same input gives another answer: something is kept from one call to the next, or Math.random is asked",
    );
  });
});

describe("code that does not come to an end", () => {
  const judged = (outcomes: Outcome[]) =>
    judge(entryOf(spec), prepare(spec, [1]), { outcomes, fuelUsed: 0, printed: "" });
  test.each([
    [
      { threw: { name: "TypeError", message: "x.foo is not a function" } },
      "your code threw TypeError: x.foo is not a function (random input 1)",
    ],
    [{ threw: { name: "Error", message: "by hand here" } }, "your code threw by hand here (random input 1)"],
    [
      { stopped: "time" },
      "your code did not come to an end in the time allowed: is there a loop that never stops, or work that is done over and over? (random input 1)",
    ],
    [{ stopped: "memory" }, "your code needs more memory than is allowed (random input 1)"],
    [{ stopped: "crash" }, "your code brought the sandbox down (random input 1)"],
    [
      { answer: { $: "undefined" }, changedInput: false },
      "your function returns nothing: is a return missing? (random input 1)",
    ],
  ] as [Outcome, string][])("%j", (outcome, sentence) => {
    const result = judged([outcome, outcome]);
    expect(result.message).toBe(sentence);
    expect(result).toMatchObject({ points: 0, status: "wrong" });
  });
  it("is refused with the reason where it could not be loaded", () => {
    const result = judge(entryOf(spec), prepare(spec, [1]), {
      refused: { message: "a syntax error: unexpected token" },
    });
    expect(result).toMatchObject({ points: 0, status: "error", message: "a syntax error: unexpected token" });
  });
});

describe("our own failures are never a verdict", () => {
  const reply = (outcomes: Outcome[]) => ({ outcomes, fuelUsed: 0, printed: "" });
  it("zero cases, or a case that was not run", () => {
    expect(() => prepare(spec, [])).toThrow(InfrastructureError);
    expect(() => judge(entryOf(spec), prepare(spec, [1]), reply([]))).toThrow(InfrastructureError);
  });
});
