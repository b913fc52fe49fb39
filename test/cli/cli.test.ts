/** @file The command line as its users meet it: the real process, what it prints, its exit codes. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addSolved, classOf, solution, temporary } from "../grade/class.ts";

const root = path.join(import.meta.dirname, "../..");
const wrong = solution("toy-backward").replace("2 * (c.f[3] - c.y)", "-2 * (c.f[3] - c.y)");

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
const node = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const command = ["--import", "tsx", "--conditions=source", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
const gradbook = (...args: string[]) => node("grader/cli.ts", ...args);

it("starts without the TypeScript compiler, which takes longer to load than all else", async () => {
  const loaded = 'require.cache[require.resolve("typescript")] ? "loaded" : "not loaded"';
  const script = `process.once("exit", () => console.log(${loaded})); import("./grader/cli.ts")`;
  const { out } = await node("--eval", script, "--", "--help");
  expect(out).toContain("Usage: gradbook");
  expect(out.trim().split("\n").at(-1)).toBe("not loaded");
});

describe("gradbook grade", () => {
  it("prints a table, plain progress and the level; exit code 0 whatever the points", async () => {
    const folder = classOf({ Bob: { "toy-backward.ts": wrong }, Cleo: { "toy-forward.ts": "=" } });
    const out = temporary();
    const { code, out: printed, err } = await gradbook("grade", folder, "--out", out);
    expect(printed.replace(/level \d.*/, "level …")).toMatchInlineSnapshot(`
      "student  points  2.1  2.2  2.3    2.4  2.5  2.6
      of           11    2    2    1      3    2    1
      Bob         2.4                 2.4 ◐
      Cleo          0  0 –  0 –  0 –    0 –  0 –  0 –

      ✓ right   ◐ partly right   ✗ not yet   ○ to do   – not found   ! not run to its end

      Answers ran at level …
      "
    `);
    expect(
      err
        .split("\n")
        .slice(0, 2)
        .sort()
        .join("\n")
        .replaceAll(/\[\d\/2\] /g, ""),
    ).toMatchInlineSnapshot(`
      "Cleo · Cleo/toy-forward.ts · this file exports no function that an exercise asks for
      Bob · Bob/toy-backward.ts · 2.4 of 3 points"
    `);
    expect(err).toContain(`Reports: ${out}/class.html, ${out}/students, ${out}/grades.csv`);
    expect(code).toBe(0);
  }, 60_000);

  it("prints one JSON line a submission with --json, and nothing else on stdout", async () => {
    const folder = classOf({ Bob: { "toy-backward.ts": wrong } });
    const { code, out } = await gradbook("grade", folder, "--out", temporary(), "--json");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(out)).toEqual({
      student: "Bob",
      file: "Bob/toy-backward.ts",
      points: 2.4,
      maxPoints: 3,
      exercises: [
        {
          id: "02-toy-networks/toy-backward",
          points: expect.closeTo(2.4, 9),
          maxPoints: 3,
          status: "partly",
          message: expect.stringMatching(/opposite sign/),
        },
      ],
    });
  }, 60_000);

  it("grades a single file", async () => {
    const folder = classOf({ Bob: { "toy-forward.ts": solution("toy-forward") } });
    const { code, out } = await gradbook(
      "grade",
      path.join(folder, "Bob/toy-forward.ts"),
      "--out",
      temporary(),
      "--json",
    );
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, points: 1, file: "toy-forward.ts" });
  }, 60_000);

  it("says which override is for nobody", async () => {
    const folder = classOf({ Bob: { "toy-forward.ts": solution("toy-forward") } });
    const out = temporary();
    writeFileSync(
      path.join(out, "overrides.json"),
      `{ "Bop": { "02-toy-networks/toy-forward": { "points": 0 } } }`,
    );
    const { err } = await gradbook("grade", folder, "--out", out);
    expect(err).toContain("overrides.json: nobody handed in Bop\n");
  }, 60_000);
});

describe("wrong use is one sentence and exit code 1", () => {
  const file = path.join(root, "package.json");
  it.each([
    [
      "a path that is not there",
      ["grade", "/no/such/path"],
      "gradbook: there is no file or folder /no/such/path\n",
    ],
    ["no path", ["grade"], "error: missing required argument 'path'\n"],
    ["an unknown option", ["grade", ".", "--fast"], "error: unknown option '--fast'\n"],
    ["an unknown command", ["grad"], "error: unknown command 'grad'\n(Did you mean grade?)\n"],
    [
      "a level that is none",
      ["grade", ".", "--require-level", "3"],
      "error: option '--require-level <level>' argument '3' is invalid. Allowed choices are 1, 2.\n",
    ],
  ])("%s", async (_what, args, sentence) => {
    expect(await gradbook(...args)).toEqual({ code: 1, out: "", err: sentence });
  });
  it("an empty folder", async () => {
    const empty = temporary();
    const { code, err } = await gradbook("grade", empty, "--out", temporary());
    expect({ code, err }).toEqual({
      code: 1,
      err: `gradbook: there is no notebook (.ipynb) and no .ts file in ${empty}\n`,
    });
  });
  it("an --out that cannot be written", async () => {
    const folder = classOf({ Bob: { "toy-forward.ts": "" } });
    const { code, err } = await gradbook("grade", folder, "--out", file);
    expect(code).toBe(1);
    expect(err).toMatch(/^gradbook: cannot write into .*package\.json: [^\n]+\n$/);
    expect(readFileSync(file, "utf8")).toContain('"name": "gradbook"');
  });
});

describe("exit code 2", () => {
  it("is for what is neither the student's nor the instructor's fault", async () => {
    const folder = temporary();
    addSolved(folder, "Ada");
    const out = temporary();
    writeFileSync(path.join(out, "students"), "a file where a folder has to be");
    const { code, err } = await gradbook("grade", folder, "--out", out);
    expect(code).toBe(2);
    expect(err).toContain("gradbook: no verdict");
  }, 60_000);
});

describe("gradbook verify", () => {
  it("counts the course and lists what is not whole; exit code 1 only then", async () => {
    const { code, out } = await gradbook("verify", "--json");
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(["lessons", "exercises", "points", "failures"]);
    expect(found.failures).toEqual([]);
    expect(code).toBe(0);
  }, 120_000);
});
