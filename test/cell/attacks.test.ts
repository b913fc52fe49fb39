/** @file Every hostile answer of test/attacks gets the verdict it deserves, at each level, and harms nobody. */
import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CELL_FILE, commandOf } from "../../grader/cell/command.ts";
import { openPool } from "../../grader/cell/pool.ts";
import type { Runner } from "../../grader/runner.ts";
import { LeakWatch } from "../../tools/attacks/leaks.ts";
import { attack, attacksIn } from "../../tools/attacks/run.ts";
import { agrees } from "../../tools/attacks/verdict.ts";

const attacks = attacksIn(path.join(import.meta.dirname, "../attacks"));

describe.each([1, 2] as const)("at level %i", (level) => {
  let pool: Runner;
  const watch = new LeakWatch();
  beforeAll(async () => {
    await watch.open();
    pool = await openPool({ cells: 1, bubblewrap: level === 2 });
  }, 30_000);
  afterAll(async () => {
    await pool.close();
    expect(await watch.close()).toEqual([]);
  });

  it.for(attacks)("$file: $expected", { timeout: 60_000 }, async (one, { skip }) => {
    if (pool.level !== level) skip("bubblewrap does not work on this machine");
    const { got, harmed, reply } = await attack(pool, one);
    watch.inspect(reply);
    expect(agrees(one.expected, got), `got ${got}`).toBe(true);
    expect(harmed).toBe(false);
  });
});

it("the corpus is there", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(59);
});

it("bubblewrap shows the cell no home, no project, no network and no environment", ({ skip }) => {
  const command = commandOf(2);
  if (!command) return skip("bubblewrap is not installed");
  expect(command).toEqual(expect.arrayContaining(["--unshare-all", "--die-with-parent", "--clearenv"]));
  expect(command.filter((_, k) => command[k - 1] === "--ro-bind")).toHaveLength(2);
});

it("the watch sees a connection, a secret, a file and a process", async () => {
  const watch = new LeakWatch();
  await watch.open();
  const file = path.join(path.dirname(CELL_FILE), "planted.txt");
  writeFileSync(file, "");
  const child = spawn("sleep", ["30"], { env: {}, stdio: "ignore" });
  await new Promise((resolve) => connect(45123, "127.0.0.1").on("connect", resolve));
  watch.inspect({ threw: { message: `found ${process.env["GRADER_CANARY"]}` } });
  const leaks = await watch.close();
  child.kill();
  rmSync(file);
  expect(leaks).toEqual(
    expect.arrayContaining(["a TCP connection", "a secret in a reply", `a new file ${file}`]),
  );
  if (process.platform === "linux") expect(leaks).toContain(`process ${child.pid} left`);
});
