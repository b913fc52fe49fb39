/** @file Every hostile answer of test/attacks gets the verdict it deserves, at each level, and harms nobody. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandOf } from "../../grader/cell/command.ts";
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

  it.each(attacks)(
    "$file: $expected",
    async (one) => {
      if (pool.level !== level) return;
      const { got, harmed, reply } = await attack(pool, one);
      watch.inspect(reply);
      expect(agrees(one.expected, got), `got ${got}`).toBe(true);
      expect(harmed).toBe(false);
    },
    60_000,
  );
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
