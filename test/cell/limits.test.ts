/** @file Code that would take for ever, or all the memory there is. */
import { describe, expect, it } from "vitest";
import { oneCell } from "./one-cell.ts";

const { outcomesOf } = oneCell();

describe("code that does not end", () => {
  it("costs its own case only", async () => {
    expect(await outcomesOf("export const f = (x) => { if (x === 2) for (;;); return x; };")).toEqual([
      "1",
      "stopped: time",
      "3",
    ]);
  });

  it("is stopped by its fuel, long before its time: in a student's second job as in the first", async () => {
    const more = { fuel: 20, wallMs: 120_000 };
    await outcomesOf("export const f = (x) => x;", more);
    expect(await outcomesOf("export const f = (x) => { if (x === 3) for (;;); return x; };", more)).toEqual([
      "1",
      "2",
      "stopped: time",
    ]);
  });

  it("is given up after a second such case", async () => {
    const source = "export const f = (x) => { if (x < 3) for (;;); return x; };";
    expect(await outcomesOf(source)).toEqual(["stopped: time", "stopped: time", "stopped: time"]);
  });

  it.each([
    ["at its top level", "for (;;);\nexport const f = 1;"],
    [
      "in a native function",
      "export const f = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
    ],
    [
      "in natives that hardly poll",
      "export const f = () => { let n = 0; for (;;) n += 'x'.repeat(1e5).length; };",
    ],
    ["in a regular expression", "export const f = () => /^(a+)+$/.test('a'.repeat(40) + 'b');"],
    ["in an answer's getter", "export const f = () => ({ get y() { for (;;); } });"],
    ["in a thrown value", "export const f = () => { throw { get message() { for (;;); } }; };"],
    ["in a finally", "export const f = () => { try { for (;;); } finally { for (;;); } };"],
  ])(
    "is stopped %s",
    async (_where, source) => {
      expect(await outcomesOf(source)).toEqual(["stopped: time", "stopped: time", "stopped: time"]);
    },
    30_000,
  );

  it("does not include promises that never settle: they are an answer that is none", async () => {
    expect(await outcomesOf("export const f = () => new Promise(() => {});", { inputs: [1] })).toEqual([
      '{"$":"a promise"}',
    ]);
  });
});

describe("code that takes too much memory is stopped", () => {
  it.each([
    ["arrays", "const k = []; for (;;) k.push(new Array(1e5).fill(1));"],
    ["strings", "const k = []; for (;;) k.push('x'.repeat(1e6) + k.length);"],
    ["buffers", "const k = []; for (;;) k.push(new Uint8Array(1 << 24));"],
    ["a map", "const m = new Map(); for (let k = 0; ; k++) m.set(k, k);"],
  ])(
    "%s",
    async (_what, body) => {
      expect(
        await outcomesOf(`export const f = () => { ${body} };`, { inputs: [1], fuel: 5000, wallMs: 5000 }),
      ).toEqual(["stopped: memory"]);
    },
    30_000,
  );
});
