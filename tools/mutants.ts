/**
 * @file `npm run mutants -- SLUG …`: every solution with one thing changed at a time, and what a student who hands that in
 * would read. What still passes is either as right as the solution or a case that the spec lacks; a sentence that is not
 * true of its change is a mistake of the catalogue. Without a slug: all exercises, which takes some minutes.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { catalogue, type Entry } from "../grader/catalogue.ts";
import { openPool } from "../grader/cell/pool.ts";
import { courseFolder } from "../grader/course.ts";
import type { Runner } from "../grader/runner.ts";
import { changesOf } from "./mutants/changes.ts";
import { judgeOf } from "./own-judge.ts";

async function report(entry: Entry, pool: Runner, folder: string): Promise<void> {
  console.log(`\n${entry.id}`);
  const judged = judgeOf(entry, pool);
  const file = path.join(folder, `${entry.id}.ts`);
  const solution = readFileSync(file, "utf8");
  const changes = changesOf(solution);
  let [passing, named] = [0, 0];
  for (const { source, line, say } of changes) {
    writeFileSync(file, source);
    const { result } = await judged(file);
    if (result.status === "right") passing++;
    if (result.mistake) named++;
    console.log(`${result.status === "right" ? "✓ PASSES" : "✗"} ${line}: ${say}\n    ${result.message}`);
  }
  writeFileSync(file, solution);
  console.log(`${changes.length} changes: ${passing} pass, ${named} are named`);
}

const slugs = process.argv.slice(2);
const wanted = catalogue.filter(({ id }) => slugs.length === 0 || slugs.includes(id));
if (wanted.length === 0) {
  console.error(`no exercise is named ${slugs.join(" or ")}`);
  process.exitCode = 1;
} else {
  const pool = await openPool({ cells: 1 });
  // A copy of all solutions: one imports another.
  const folder = mkdtempSync(path.join(tmpdir(), "gradbook-mutants-"));
  try {
    cpSync(path.join(courseFolder, "solutions"), folder, { recursive: true });
    for (const entry of wanted) await report(entry, pool, folder);
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true });
  }
}
