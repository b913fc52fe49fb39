/** @file `npm run -s attacks -- DIR`: grades a folder of hostile answers through cell and judge, at every level there is. */
import { openPool } from "../grader/cell/pool.ts";
import type { Runner } from "../grader/runner.ts";
import { LeakWatch } from "./attacks/leaks.ts";
import { type Attack, attack, attacksIn } from "./attacks/run.ts";
import ensureCell from "./cell-bundle.mjs";

const total = { ok: 0, of: 0, leaks: 0, nextStudentHarmed: 0 };

/** One line of JSON a file. */
async function attackAll(pool: Runner, attacks: readonly Attack[], watch: LeakWatch): Promise<void> {
  for (const one of attacks) {
    const { harmed, reply, ...line } = await attack(pool, one);
    watch.inspect(reply);
    total.of++;
    total.ok += Number(line.ok);
    total.nextStudentHarmed += Number(harmed);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

/** Nothing if the level cannot be had. */
async function attackAt(level: 1 | 2, attacks: readonly Attack[]): Promise<void> {
  const watch = new LeakWatch();
  await watch.open();
  const pool = await openPool({ cells: 1, bubblewrap: level === 2 });
  try {
    if (pool.level === level) await attackAll(pool, attacks, watch);
  } finally {
    await pool.close();
    const leaks = await watch.close();
    total.leaks += leaks.length;
    for (const leak of leaks) process.stderr.write(`leak at level ${level}: ${leak}\n`);
  }
}

async function main(folder: string | undefined): Promise<number> {
  const attacks = folder ? attacksIn(folder) : [];
  if (attacks.length === 0) {
    process.stderr.write(
      "usage: npm run -s attacks -- DIR, a folder of .ts files that begin with // CORRECT: …\n",
    );
    return 1;
  }
  await ensureCell();
  await attackAt(1, attacks);
  await attackAt(2, attacks);
  process.stdout.write(`${JSON.stringify(total)}\n`);
  return total.ok === total.of && total.leaks === 0 && total.nextStudentHarmed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
