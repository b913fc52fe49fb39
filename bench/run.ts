/**
 * @file `npm run bench`: every group in a process of its own, compiled once by esbuild. Prints a table, or JSON with
 * `-- --json`; `-- --plot FILE` draws it too, and names of rows (`-- M1 M2`) measure only these.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { goals, judge, type Measured } from "./goals.ts";
import { plotted } from "./plot.ts";

/** Of the column of names. */
const WIDTH = 10;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, plot: { type: "string" } },
});

/** The ratio that a group prints, or why it did not measure any. */
function measure(group: string, folder: string): number | string {
  const outfile = path.join(folder, `${group}.mjs`);
  buildSync({
    entryPoints: [path.join(import.meta.dirname, "groups", `${group}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["source"],
    external: ["esbuild"],
    outfile,
    logLevel: "error",
  });
  const printed = execFileSync(process.execPath, ["--expose-gc", outfile], { encoding: "utf8" });
  const { ratio, skipped } = JSON.parse(printed) as { ratio: number; skipped?: string };
  return skipped ?? ratio;
}

/** The machine, and whether it had other things to do. */
function machine(): string {
  const others = loadavg()[0]! > cpus().length ? "; machine shared with other work" : "";
  return `${cpus()[0]?.model ?? "unknown CPU"}, Node ${process.version}${others}`;
}

function table(results: Readonly<Record<string, Measured>>): string {
  const lines = Object.entries(results).map(([group, { ratio, ok }]) => {
    const { what, goal, better, unit } = goals[group]!;
    const limit = `goal ${better === "larger" ? "≥" : "≤"} ${goal}`;
    const number = `${`${ratio}`.padStart(6)} ${unit.padEnd(2)}`;
    return `${ok ? "✓" : "✗"} ${group.padEnd(WIDTH)} ${number}  ${limit.padEnd(11)}  ${what}`;
  });
  return [machine(), "", ...lines, ...skipped].join("\n");
}

const unknown = positionals.filter((name) => !(name in goals));
if (unknown.length > 0)
  throw new Error(`there is no row ${unknown.join(", ")}; the rows are ${Object.keys(goals).join(", ")}`);

// Inside the project, so that what is not bundled is found.
const cache = path.join(import.meta.dirname, "..", "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, "bench-"));
const results: Record<string, Measured> = {};
const skipped: string[] = [];
try {
  for (const group of positionals.length > 0 ? positionals : Object.keys(goals)) {
    const measured = measure(group, folder);
    if (typeof measured === "string") skipped.push(`– ${group.padEnd(WIDTH)} ${measured}`);
    else results[group] = judge(group, measured);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(options.json ? JSON.stringify(results) : table(results));
if (options.plot) writeFileSync(options.plot, plotted(results, machine()));
process.exitCode = Object.values(results).every(({ ok }) => ok) ? 0 : 1;
