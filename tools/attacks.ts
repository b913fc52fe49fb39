/** @file `npm run -s attacks -- DIR`: grades a folder of hostile answers through cell and judge, at every level there is. */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../grader/catalogue.ts";
import { openPool } from "../grader/cell/pool.ts";
import { jobOf } from "../grader/job.ts";
import { judge } from "../grader/judge/judge.ts";
import { prepare } from "../grader/judge/variant.ts";
import type { ExerciseResult } from "../grader/result.ts";
import type { Reply, Runner } from "../grader/runner.ts";
import spec from "../test/attacks/spec.ts";
import { LeakWatch } from "./attacks/leaks.ts";
import { agrees, expectedIn, verdictOf } from "./attacks/verdict.ts";
import { ensureCell } from "./cell-bundle.mjs";

const entry: Entry = { id: "attacks/grad", lesson: "attacks", spec };
const variant = prepare(spec, [1, 2, 3, 4]);
const NEXT_STUDENT = `export function grad(w: number[], x: number[], y: number): number[] {
  const t = Math.tanh(w.reduce((sum, v, i) => sum + v * (x[i] ?? 0), 0));
  return x.map((v) => (t - y) * (1 - t * t) * v);
}`;

interface Attack {
  readonly file: string;
  readonly source: string;
  readonly expected: string;
}

function attacksIn(folder: string): Attack[] {
  return readdirSync(folder)
    .sort()
    .filter((file) => file.endsWith(".ts") && lstatSync(path.join(folder, file)).isFile())
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), "utf8");
      const expected = expectedIn(source);
      return expected ? [{ file, source, expected }] : [];
    });
}

async function grade(
  pool: Runner,
  student: string,
  source: string,
): Promise<{ reply: Reply; result: ExerciseResult }> {
  const replies: Reply[] = [];
  await pool.run([jobOf(entry, variant, source, student)], (_job, reply) => replies.push(reply));
  const [reply] = replies;
  if (!reply) throw new Error("the pool gave no reply");
  return { reply, result: judge(entry, variant, reply) };
}

const total = { ok: 0, of: 0, leaks: 0, nextStudentHarmed: 0 };

/** Every attack on one cell, each followed by an honest student on that same cell. */
async function attack(pool: Runner, attacks: readonly Attack[], watch: LeakWatch): Promise<void> {
  for (const { file, source, expected } of attacks) {
    const start = performance.now();
    const { reply, result } = await grade(pool, file, source);
    const ms = Math.round(performance.now() - start);
    watch.inspect({ reply, result });
    const got = verdictOf(result, reply);
    const ok = agrees(expected, got);
    const next = await grade(pool, `the student after ${file}`, NEXT_STUDENT);
    total.of++;
    if (ok) total.ok++;
    if (next.result.status !== "right") total.nextStudentHarmed++;
    process.stdout.write(`${JSON.stringify({ file, level: pool.level, expected, got, ok, ms })}\n`);
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
  for (const bubblewrap of [false, true]) {
    const watch = new LeakWatch();
    await watch.open();
    const pool = await openPool({ cells: 1, bubblewrap });
    if (!bubblewrap || pool.level === 2) await attack(pool, attacks, watch);
    await pool.close();
    await watch.close();
    for (const leak of watch.leaks) process.stderr.write(`leak at level ${pool.level}: ${leak}\n`);
    total.leaks += watch.leaks.length;
  }
  process.stdout.write(`${JSON.stringify(total)}\n`);
  return total.ok === total.of && total.leaks === 0 && total.nextStudentHarmed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
