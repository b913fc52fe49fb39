/** The changes that `npm run mutants` makes of a solution. */
import { expect, it } from "vitest";
import { changesOf } from "../../tools/mutants/changes.ts";

const said = (source: string) => changesOf(source).map(({ line, say }) => `${line}: ${say}`);

it("changes one operator, or leaves out one side", () => {
  expect(said("const y = a * b;")).toEqual([
    "1: a * b → a / b",
    "1: a * b → a + b",
    "1: a * b → (a)",
    "1: a * b → (b)",
  ]);
});
it("changes comparisons, numbers, signs and functions of Math", () => {
  expect(said("f(x >= 0)")).toEqual(["1: x >= 0 → x > 0", "1: x >= 0 → x < 0", "1: 0 → 1"]);
  expect(said("-Math.sin(x)")).toEqual(["1: -Math.sin(x) → (Math.sin(x))", "1: Math.sin → Math.cos"]);
});
it("takes one branch always", () => {
  expect(said("u ? v : w")).toEqual(["1: u ? v : w → (v)", "1: u ? v : w → (w)"]);
});
it("reads at another index that the program has", () => {
  expect(said("for (const j of js)\n  sum += x[i];")).toContain("2: x[i] → x[j]");
});
it("leaves types and imports alone", () => {
  expect(said('import { a } from "b-c";\nlet x: [0, 1];')).toEqual([]);
});
it("gives the whole program, with the change in it", () => {
  const [first] = changesOf("// a + b\nconst c = a + b;\n");
  expect(first!.source).toBe("// a + b\nconst c = a - b;\n");
});
