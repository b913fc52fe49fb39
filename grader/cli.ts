#!/usr/bin/env node
/** @file The command line: arguments, what is printed, exit codes (0 done, 1 wrong use, 2 our bug or the machine's). */
import { Command, Option } from "commander";
import { openPool } from "./cell/pool.ts";
import { grade } from "./grade.ts";
import { progressOf } from "./progress.ts";
import { classText } from "./report/class-text.ts";
import { jsonLine } from "./report/json-line.ts";
import { levelText } from "./report/page.ts";
import { InfrastructureError } from "./runner.ts";
import { ask } from "./submit/ask.ts";
import { UsageError } from "./usage-error.ts";

// What needs the TypeScript compiler is loaded by the command that needs it.
const program = new Command("gradbook").description("Grades answers to the lessons on backpropagation.");

program
  .command("grade")
  .description("grade notebooks and .ts files: a file, a folder of files, a folder a student")
  .argument("<path>", "what was handed in")
  .option("--out <dir>", "folder for results and reports; a killed run continues there", "grades")
  .option("--json", "print one JSON line a submission")
  .addOption(
    new Option("--require-level <level>", "2: only inside bubblewrap").choices(["1", "2"]).default("1"),
  )
  .action(async (target: string, options: { out: string; json?: true; requireLevel: "1" | "2" }) => {
    const { out, json } = options;
    const progress = progressOf(process.stderr);
    const { summary, unusedOverrides } = await grade(target, {
      out,
      requireLevel: options.requireLevel === "2" ? 2 : 1,
      onResult(result, done, of) {
        progress.tell(result, done, of);
        if (json) console.log(jsonLine(result));
      },
    }).finally(() => progress.end());
    for (const name of unusedOverrides) console.error(`overrides.json: nobody handed in ${name}`);
    if (!json) console.log(`${classText(summary)}\n\n${levelText(summary.level)}`);
    console.error(`Reports: ${out}/class.html, ${out}/students, ${out}/grades.csv`);
  });

program
  .command("verify")
  .description(
    "check the course: starters earn 0, solutions everything, worked numbers, slips, hints, slugs, notebooks",
  )
  .option("--json", "print one JSON object")
  .action(async ({ json }: { json?: true }) => {
    const { verify } = await import("./verify.ts");
    const pool = await openPool();
    const found = await verify(pool).finally(() => pool.close());
    const { lessons, exercises, points, failures } = found;
    if (json) console.log(JSON.stringify(found));
    else {
      for (const { where, message } of failures) console.log(`✗ ${where}: ${message}`);
      const verdict = failures.length ? `${failures.length} failures` : "all is well";
      console.log(`${lessons} lessons, ${exercises} exercises, ${points} points: ${verdict}`);
    }
    if (failures.length) process.exitCode = 1;
  });

program
  .command("submit")
  .description("check a lesson once more, and write the one file to hand in, with your name on it")
  .argument("<lesson>", "its number, or the path of your notebook")
  .option("--name <name>", "your name; asked for once if it is not given")
  .action(async (lesson: string, { name }: { name?: string }) => {
    const { submit } = await import("./submit.ts");
    await submit(lesson, { folder: process.cwd(), ...(name && { name }), ask, say: console.log });
  });

/** Wrong use is one sentence; a failure of ours keeps its stack, for it has to be found. */
function exitCodeOf(error: unknown): 1 | 2 {
  if (error instanceof UsageError) console.error(`gradbook: ${error.message}`);
  else if (error instanceof InfrastructureError) console.error(`gradbook: no verdict: ${error.message}`);
  else console.error(`gradbook: no verdict, this is a bug of gradbook: ${(error as Error).stack ?? error}`);
  return error instanceof UsageError ? 1 : 2;
}

// `gradbook grade --json | head`: whoever reads has had enough; the reports are written all the same.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
