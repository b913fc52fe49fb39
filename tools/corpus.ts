/**
 * @file `npm run -s corpus -- DIR`: grades a folder of wrong and correct answers to the corpus exercises, through cell,
 * judge and diagnosis. One line of JSON a file, then the totals. `--seed N` draws other inputs.
 */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openPool } from "../grader/cell/pool.ts";
import { PUBLIC_SEEDS } from "../grader/seeds.ts";
import ensureCell from "./cell-bundle.mjs";
import { filesIn } from "./corpus/files.ts";
import { Grading } from "./corpus/grade.ts";
import { type Line, totalsOf } from "./corpus/line.ts";

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** @returns the exit code: 0 if every correct file passed, every wrong one was rejected, and every file could be read */
async function main(folder: string, seed: number): Promise<number> {
  await ensureCell();
  const pool = await openPool({ cells: 1 });
  const lines: Line[] = [];
  let problems = 0;
  try {
    const grading = new Grading(
      pool,
      PUBLIC_SEEDS.map((each) => each + 100 * (seed - 1)),
    );
    for (const file of filesIn(folder)) {
      const line = await grading.grade(file, readFileSync(path.join(folder, file), "utf8"));
      print(line);
      if ("problem" in line) problems++;
      else lines.push(line);
    }
  } finally {
    await pool.close();
  }
  const totals = totalsOf(lines);
  print(totals);
  return problems === 0 && totals.passed === totals.correct && totals.rejected === totals.wrong ? 0 : 1;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" } },
});
const [folder] = positionals;
const seed = Number(values.seed);
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory() || !(seed >= 1)) {
  process.stderr.write(
    "usage: npm run -s corpus -- DIR [--seed N], a folder of .ts files that begin with /* exercise: … class: … */\n",
  );
  process.exitCode = 2;
} else process.exitCode = await main(folder, seed);
