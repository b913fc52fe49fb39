/** @file kill -9 in the middle of grading, run again: the same results as without. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { addSolved, graded, temporary, written } from "./class.ts";

const root = path.join(import.meta.dirname, "../..");
const SECRET = "the same for both runs";

it("a killed run continues where it was", async () => {
  const folder = temporary();
  for (const student of ["Ada", "Bob", "Cleo", "Dan", "Eve"]) addSolved(folder, student);
  const out = temporary();
  const results = path.join(out, "results");
  const finished = () =>
    existsSync(results) ? readdirSync(results).filter((file) => file.endsWith(".json")) : [];
  const command = ["--import", "tsx", "--conditions=source", "grader/cli.ts", "grade", folder, "--out", out];
  const env = { ...process.env, GRADBOOK_SECRET: SECRET };
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: "ignore" });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  while (finished().length < 3 && child.exitCode === null) await new Promise((r) => setTimeout(r, 2));
  child.kill("SIGKILL");
  await exited;

  const before = new Map(finished().map((file) => [file, statSync(path.join(results, file)).mtimeMs]));
  expect(before.size).toBeGreaterThanOrEqual(3);
  expect(before.size).toBeLessThan(30);
  expect(existsSync(path.join(out, "grades.csv"))).toBe(false);

  process.env["GRADBOOK_SECRET"] = SECRET;
  try {
    const continued = await graded(folder, out);
    const whole = await graded(folder);
    for (const [file, time] of before) expect(statSync(path.join(results, file)).mtimeMs).toBe(time);
    expect(new Map([...continued.results].sort())).toEqual(new Map([...whole.results].sort()));
    expect(written(out)).toEqual(written(whole.out));
    const csv = (folder: string) => readFileSync(path.join(folder, "grades.csv"), "utf8");
    expect(csv(out)).toBe(csv(whole.out));
  } finally {
    delete process.env["GRADBOOK_SECRET"];
  }
}, 60_000);
