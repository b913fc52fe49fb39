/** @file Student code in real cells: what works, what stops, what is refused, and that nothing gets out or stays behind. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../../grader/cell/pool.ts";
import type { Job, Outcome, Reply, Runner } from "../../grader/runner.ts";

let pool: Runner;
beforeAll(async () => {
  pool = await openPool({ cells: 1, bubblewrap: false });
}, 30_000);
afterAll(() => pool.close());

const job = (source: string, more: Partial<Job> = {}): Job => ({
  id: "test",
  student: "ada",
  source,
  exports: ["f"],
  allows: [],
  call: "(student, x) => student.f(x)",
  inputs: [1, 2, 3],
  fuel: 200,
  wallMs: 1000,
  ...more,
});
async function replyTo(source: string, more?: Partial<Job>): Promise<Reply> {
  const replies: Reply[] = [];
  await pool.run([job(source, more)], (_job, reply) => replies.push(reply));
  return replies[0] as Reply;
}
/** "1", "threw TypeError: no (line 2)", "stopped: time": what came of each case. */
const said = (outcome: Outcome): string => {
  if ("stopped" in outcome) return `stopped: ${outcome.stopped}`;
  if ("answer" in outcome) return JSON.stringify(outcome.answer);
  const { name, message, line } = outcome.threw;
  return `threw ${name}: ${message}${line === undefined ? "" : ` (line ${line})`}`;
};
async function outcomesOf(source: string, more?: Partial<Job>): Promise<string[] | string> {
  const reply = await replyTo(source, more);
  if ("outcomes" in reply) return reply.outcomes.map(said);
  const { message, line } = reply.refused;
  return line === undefined ? message : `${message} (line ${line})`;
}

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

describe("code that does not end", () => {
  it("costs its own case only", async () => {
    expect(await outcomesOf("export const f = (x) => { if (x === 2) for (;;); return x; };")).toEqual([
      "1",
      "stopped: time",
      "3",
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

describe("code that throws", () => {
  it("says what and in which line of the student's own source", async () => {
    const source = "type T = {\n  x: number;\n};\nexport function f(t: T) {\n  return t.y.z;\n}";
    expect(await outcomesOf(source, { inputs: [1] })).toMatchInlineSnapshot(`
      [
        "threw TypeError: cannot read property 'z' of undefined (line 5)",
      ]
    `);
  });

  it("at its top level, is refused with that", async () => {
    expect(await outcomesOf("const a = 1;\nmissing();\nexport const f = 1;")).toMatchInlineSnapshot(
      `"ReferenceError: 'missing' is not defined (line 2)"`,
    );
  });
});

describe("code that cannot be read is refused in words", () => {
  it("a bracket too few", async () => {
    expect(await outcomesOf("export function f(x) {\n  return [x.map((v => v)];\n}")).toMatchInlineSnapshot(
      `"a syntax error: unexpected token, expected "," (line 2)"`,
    );
  });
  it("a name twice", async () => {
    expect(await outcomesOf("const a = 1;\nconst a = 2;\nexport const f = a;")).toMatchInlineSnapshot(
      `"a syntax error: invalid redefinition of global identifier (line 2)"`,
    );
  });
  it("a namespace", async () => {
    expect(
      await outcomesOf("\nnamespace N { export const k = 1; }\nexport const f = N.k;"),
    ).toMatchInlineSnapshot(`"a namespace cannot be used here: write its functions without it (line 2)"`);
  });
  it("brackets without end", async () => {
    expect(await outcomesOf(`export const f = ${"[".repeat(30_000)}`)).toMatchInlineSnapshot(
      `"a syntax error: the code is nested too deeply to be read"`,
    );
  });
  it("too long", async () => {
    expect(await outcomesOf(`// ${"x".repeat(70_000)}\nexport const f = 1;`)).toMatchInlineSnapshot(
      `"the code is longer than 64 KiB"`,
    );
  });
  it("no such export", async () => {
    expect(await outcomesOf("export const g = 1;")).toMatchInlineSnapshot(`"nothing named f is exported"`);
  });
  it("an await without end", async () => {
    expect(await outcomesOf("await new Promise(() => {});\nexport const f = 1;")).toMatchInlineSnapshot(
      `"a top-level await never ends"`,
    );
  });
});

describe("imports", () => {
  it("of a file or a builtin are refused by name", async () => {
    expect(await outcomesOf("import fs from 'node:fs';\nexport const f = () => fs;")).toMatchInlineSnapshot(
      `"import of "node:fs": only "gradbook" can be imported here"`,
    );
    expect(
      await outcomesOf("import s from '../solutions.json';\nexport const f = () => s;"),
    ).toMatchInlineSnapshot(`"import of "../solutions.json": only "gradbook" can be imported here"`);
  });

  it("of what gradbook does not have are refused by name", async () => {
    expect(
      await outcomesOf("import { Vlaue } from 'gradbook';\nexport const f = () => new Vlaue(1);"),
    ).toMatchInlineSnapshot(`""gradbook" has nothing named Vlaue"`);
  });

  it("of what the exercise does not allow fail where they are used", async () => {
    const source = "import { Value } from 'gradbook';\nexport const f = (x) => (x === 1 ? 1 : new Value(x));";
    expect(await outcomesOf(source, { inputs: [1, 2] })).toMatchInlineSnapshot(`
      [
        "1",
        "threw Error: by hand here: Value of gradbook is not allowed in this exercise (line 2)",
      ]
    `);
  });

  it("of what the exercise allows work", async () => {
    const source = "import { Value } from 'gradbook';\nexport const f = (x) => new Value(x).mul(x).data;";
    expect(await outcomesOf(source, { allows: ["Value"] })).toEqual(["1", "4", "9"]);
  });

  it("of NotImplementedError always work: a starter stays a to do", async () => {
    const source =
      "import { NotImplementedError } from 'gradbook';\nexport const f = () => { throw new NotImplementedError('f'); };";
    expect(await outcomesOf(source, { inputs: [1] })).toMatchInlineSnapshot(`
      [
        "threw NotImplementedError: f is still to be written (line 2)",
      ]
    `);
  });

  it("cannot reach the host through a rejected import", async () => {
    const source = `
      let seen = "nothing";
      import("x").catch((e) => { seen = typeof e.constructor.constructor("return this")().process; });
      await 1; await 1; await 1; await 1;
      export const f = () => seen;`;
    expect(await outcomesOf(source, { inputs: [1] })).toEqual(['"undefined"']);
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
    await many.run(jobs, (one, reply) => got.set(one, reply));
    await many.close();
    jobs.forEach((one, k) => {
      expect(got.get(one)).toMatchObject({ outcomes: [{ answer: 2 * k }] });
    });
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
