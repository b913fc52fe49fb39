/** @file `npm run try`: the card a student would see, for the author of an exercise. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { solution, temporary } from "../grade/class.ts";

const root = path.join(import.meta.dirname, "../..");
const run = (...args: string[]): Promise<{ code: number; printed: string }> =>
  new Promise((resolve) => {
    const command = ["--import", "tsx", "--conditions=source", "tools/try.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, printed: out + err }),
    );
  });

describe("npm run try -- SLUG FILE", () => {
  it("prints the card, where the code threw, what it printed, and the level", async () => {
    const file = path.join(temporary(), "answer.ts");
    writeFileSync(
      file,
      'export const toyForward = () => {\n  console.log("here");\n  throw new Error("boom");\n};\n',
    );
    const { code, printed } = await run("02-toy-networks/toy-forward", file);
    expect(printed).toMatch(/^✗ 2\.3 .*\n {2}Not yet: 0 of \d parts right \(0 of 1 point\)\.\n/);
    expect(printed).toContain("boom (line 3)");
    expect(printed).toContain("It printed:\nhere\n");
    expect(printed).toMatch(/Answers ran at level [12]/);
    expect(code).toBe(0);
  }, 60_000);
  it("shows what is said when all is right", async () => {
    const file = path.join(temporary(), "answer.ts");
    writeFileSync(file, solution("toy-forward"));
    expect((await run("02-toy-networks/toy-forward", file)).printed).toMatch(
      /^✓ 2\.3 .*\n {2}Right: 1 of 1 point\.\n/,
    );
  }, 60_000);
  it.each([
    ["no file", ["02-toy-networks/toy-forward"], /^npm run try -- SLUG FILE/],
    [
      "a file that is not there",
      ["02-toy-networks/toy-forward", "/no/such.ts"],
      /^there is no file \/no\/such\.ts\n$/,
    ],
    [
      "a slug that is none",
      ["02-toy", "package.json"],
      /^there is no exercise "02-toy"; did you mean one of /,
    ],
  ])(
    "refuses %s in a sentence, exit code 1",
    async (_what, args, sentence) => {
      const { code, printed } = await run(...args);
      expect(printed).toMatch(sentence);
      expect(code).toBe(1);
    },
    60_000,
  );
});
