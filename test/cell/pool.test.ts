/** @file Honest code in real cells: what works, the same way every time, apart from everybody else. */
import { describe, expect, it } from "vitest";
import { openPool } from "../../grader/cell/pool.ts";
import type { Job, Reply } from "../../grader/runner.ts";
import { job, oneCell } from "./one-cell.ts";

const { outcomesOf, replyTo } = oneCell();

describe("honest code", () => {
  it("runs as TypeScript, types and all", async () => {
    const source = `
      import { type Vec, NotImplementedError } from "gradbook";
      enum Sign { Plus = 1, Minus = -1 }
      abstract class Base<T> { constructor(protected readonly k: T) {} }
      class Double extends Base<number> { of(x: number): number { return x * this.k * Sign.Plus; } }
      const table = { k: 2 } as const satisfies { k: number };
      export function f(x: number): number { return new Double(table.k).of(x)!; }`;
    expect(await outcomesOf(source)).toEqual(["2", "4", "6"]);
  });

  it("finds what Node has and QuickJS has not: structuredClone and a console", async () => {
    const reply = await replyTo(
      "export const f = (x) => { console.log('x is', x); return structuredClone([x]); };",
    );
    expect(reply).toMatchObject({ printed: "x is 1\nx is 2\nx is 3\n" });
  });

  it("prints at most 4 KB", async () => {
    const many = "for (let k = 0; k < 1e4; k++) console.log('line', k);";
    const long = "console.log('x'.repeat(1e6));";
    for (const print of [many, long])
      expect(await replyTo(`export const f = () => { ${print} };`)).toHaveProperty("printed.length", 4096);
  });

  it("may recurse as deep as a few thousand calls, and catch a full stack", async () => {
    const source = `
      const depth = (n: number): number => (n === 0 ? 0 : 1 + depth(n - 1));
      export function f(x: number) {
        try { depth(1e6); } catch { return depth(4000) + x; }
      }`;
    expect(await outcomesOf(source)).toEqual(["4001", "4002", "4003"]);
  });

  it("may await at its top level", async () => {
    expect(
      await outcomesOf("const two = await Promise.resolve(2);\nexport const f = (x) => two * x;"),
    ).toEqual(["2", "4", "6"]);
  });
});

describe("the same code and inputs give the same reply", () => {
  it("with Math.random too", async () => {
    const source = "export const f = () => Math.random();";
    expect(await replyTo(source)).toEqual(await replyTo(source));
  });

  it("with the same fuel, whatever else the machine does", async () => {
    const source =
      "export const f = (x) => { let s = 0; for (let k = 0; k < 4e5 * x; k++) s += k % 3; return s; };";
    const replies = [await replyTo(source), await replyTo(source, { student: "bob" }), await replyTo(source)];
    const fuel = replies.map((reply) => ("outcomes" in reply ? reply.fuelUsed : -1));
    expect(fuel[0]).toBeGreaterThan(10);
    expect(new Set(fuel).size).toBe(1);
  });

  it("because nothing that differs between runs is there", async () => {
    const source = "export const f = () => [typeof Date, typeof WeakRef, typeof FinalizationRegistry];";
    expect(await outcomesOf(source, { inputs: [1] })).toEqual(['["undefined","undefined","undefined"]']);
  });
});

describe("students", () => {
  it("do not meet what another one has patched, nor does one exercise meet another", async () => {
    const patch =
      "Math.tanh = () => 7; Array.prototype.map = () => 7; globalThis.left = 7;\nexport const f = Math.tanh;";
    const look = "export const f = (x) => [Math.tanh(0), [x].map((v) => v)[0], typeof left];";
    expect(await outcomesOf(patch)).toEqual(["7", "7", "7"]);
    expect(await outcomesOf(look, { inputs: [1] })).toEqual(['[0,1,"undefined"]']);
    expect(await outcomesOf(look, { inputs: [1], student: "bob" })).toEqual(['[0,1,"undefined"]']);
  });

  it("get their replies in any order, each with its job", async () => {
    const jobs = Array.from({ length: 30 }, (_, k) =>
      job(`export const f = (x) => x + ${k};`, { student: `s${k % 7}`, inputs: [k] }),
    );
    const many = await openPool({ cells: 2, bubblewrap: false });
    const got = new Map<Job, Reply>();
    await many.run(jobs, (one, reply) => {
      got.set(one, reply);
    });
    await many.close();
    jobs.forEach((one, k) => {
      expect(got.get(one)).toMatchObject({ outcomes: [{ answer: 2 * k }] });
    });
  });

  it("are asked again where their reply asks for it, before anybody else's turn", async () => {
    const order: unknown[] = [];
    const one = await openPool({ cells: 1, bubblewrap: false });
    await one.run([job("export const f = (x) => -x;"), job("export const f = (x) => x;")], (asked, reply) => {
      order.push("outcomes" in reply && reply.outcomes.map((o) => "answer" in o && o.answer));
      return order.length === 1 ? { ...asked, inputs: [4, 5] } : undefined;
    });
    await one.close();
    expect(order).toEqual([
      [-1, -2, -3],
      [-4, -5],
      [1, 2, 3],
    ]);
  });

  it("are not told anything when the pool is closed over their job: it fails, and no process is left", async () => {
    const closing = await openPool({ cells: 1, bubblewrap: false });
    const running = closing.run(
      [job("export const f = () => { for (;;); };", { fuel: 1e6, wallMs: 20_000 })],
      () => {},
    );
    setTimeout(() => closing.close(), 200);
    await expect(running).rejects.toThrow(/closed/);
  });

  it("wait for nobody when handing on a reply fails: the error is the caller's", async () => {
    const failing = await openPool({ cells: 2, bubblewrap: false });
    const jobs = ["a", "b", "c"].map((student) => job("export const f = (x) => x;", { student }));
    const broken = failing.run(jobs, () => {
      throw new Error("the disk is full");
    });
    await expect(broken).rejects.toThrow("the disk is full");
    await failing.close();
  });
});

describe("a level that is required", () => {
  it("and cannot be had is an infrastructure error that says what to install", async () => {
    await expect(openPool({ requireLevel: 2, bubblewrap: false })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InfrastructureError: level 2 needs bubblewrap, on Linux (Debian: apt-get install bubblewrap); it is not there]`,
    );
  });
});
