/** @file What a student reads when a cell fails. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { Kernel } from "./kernel.ts";
import { ours } from "./kernelspec.ts";
import { redText } from "./output.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(ours, import.meta.dirname);
}, 60_000);
afterAll(() => kernel.stop());

/** The red box of a failing cell; later cells are not to be aborted. */
const fail = async (...lines: string[]) => {
  const answer = await kernel.execute(lines.join("\n"), { stopOnError: false });
  expect(answer.reply["status"]).toBe("error");
  return redText(answer).replace(/cell \[\d+\]/g, "cell [n]");
};

it("shows every type error with its line, and the parts of one message together", async () => {
  const text = await fail(
    "interface Layer { weights: number[] }",
    "const layer: Layer = { weights: [[1]] };",
    "const f: (x: string) => void = (x: number) => {};",
  );
  expect(text).toMatchInlineSnapshot(`
    "TypeScript: the cell was not run
    line 2, column 34: Type '[number]' is not assignable to type 'number'.
        2 | const layer: Layer = { weights: [[1]] };
          |                                  ^
    line 3, column 7: Type '(x: number) => void' is not assignable to type '(x: string) => void'.
      Types of parameters 'x' and 'x' are incompatible.
      Type 'string' is not assignable to type 'number'.
        3 | const f: (x: string) => void = (x: number) => {};
          |       ^"
  `);
});

it("counts columns in the student's text, not in the rewritten one", async () => {
  await kernel.execute("const rate = 0.1; const steps = 10;");
  expect(await fail("await (0); const o = { rate, steps }; o.speed")).toMatchInlineSnapshot(`
    "TypeScript: the cell was not run
    line 1, column 41: Property 'speed' does not exist on type '{ rate: number; steps: number; }'.
        1 | await (0); const o = { rate, steps }; o.speed
          |                                         ^"
  `);
});

it("marks the end of the text when something is missing there", async () => {
  expect(await fail("const v = [1, 2")).toMatchInlineSnapshot(`
    "TypeScript: the cell was not run
    line 1, column 16: ',' expected.
        1 | const v = [1, 2
          |                ^"
  `);
});

it("follows a call through several cells, an array method and a callback", async () => {
  await kernel.execute(
    "const half = (n: number) => {\n  if (n % 2) throw new RangeError(n + ' is odd');\n  return n / 2;\n};",
  );
  await kernel.execute("function halves(list: number[]) {\n  return list.map((n) => half(n));\n}");
  expect(await fail("// all of them", "halves([2, 4, 5]);")).toMatchInlineSnapshot(`
    "RangeError: 5 is odd
        at half, cell [n], line 2
        2 |   if (n % 2) throw new RangeError(n + ' is odd');
          |                    ^
        at cell [n], line 2
        at Array.map (<anonymous>)
        at halves, cell [n], line 2
        at cell [n], line 2"
  `);
});

it("follows an asynchronous call", async () => {
  await kernel.execute("async function later() {\n  await null;\n  throw new Error('too late');\n}");
  expect(await fail("await later();")).toMatchInlineSnapshot(`
    "Error: too late
        at later, cell [n], line 3
        3 |   throw new Error('too late');
          |         ^
        at cell [n], line 1"
  `);
});

it("leaves out the places inside a library", async () => {
  const text = await fail(
    'import * as Plot from "@observablehq/plot";',
    "Plot.plot({ width: 100, marks: [] });",
  );
  expect(text).toMatchInlineSnapshot(`
    "TypeError: Cannot read properties of undefined (reading 'documentElement')
        at cell [n], line 2
        2 | Plot.plot({ width: 100, marks: [] });
          |      ^"
  `);
});

it("shows an endless recursion once", async () => {
  expect(await fail("const loop = (n: number): number => loop(n + 1);", "loop(0);")).toMatchInlineSnapshot(`
    "RangeError: Maximum call stack size exceeded
        at loop, cell [n], line 1
        1 | const loop = (n: number): number => loop(n + 1);
          |                                     ^"
  `);
});

it("names the cause", async () => {
  expect(
    await fail('throw new Error("no step", { cause: new TypeError("no gradient") });'),
  ).toMatchInlineSnapshot(`
    "Error: no step
        at cell [n], line 1
        1 | throw new Error("no step", { cause: new TypeError("no gradient") });
          |       ^
      caused by TypeError: no gradient"
  `);
});

it.each([
  ["a string", "throw 'stop';", "Thrown: 'stop'"],
  ["nothing", "throw undefined;", "Thrown: undefined"],
  [
    "what throws when looked at",
    "throw new Proxy({}, { get() { throw 1; } });",
    "Error: what was thrown cannot be shown",
  ],
])("survives %s being thrown", async (_, code, text) => {
  expect(await fail(code)).toBe(text);
});

it.each([["while (true);"], ["await new Promise(() => {});"]])(
  "says that a cell was stopped: %s",
  async (code) => {
    const box = fail(code);
    await new Promise((resolve) => setTimeout(resolve, 400));
    kernel.process.kill("SIGINT");
    expect(await box).toBe("Interrupted: the cell was stopped");
  },
);
