/** @file `npm run bench`: every group in a process of its own, compiled once by esbuild; a table, or `-- --json`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

interface Goal {
  readonly what: string;
  readonly goal: number;
  /** Whether a larger ratio is better (times faster), or a smaller one (times slower). */
  readonly better: "larger" | "smaller";
}
const goals: Readonly<Record<string, Goal>> = {
  S1: { what: "scalar graph of 1e5 nodes, times faster than the micrograd port", goal: 25, better: "larger" },
  S2value: { what: "moons step with plain Values, times faster than the port", goal: 30, better: "larger" },
  S3: { what: "chain of 1e6 adds, ns per node against a chain of 1e4", goal: 2.5, better: "smaller" },
};

interface Measured {
  readonly ratio: number;
  readonly goal: number;
  readonly ok: boolean;
}

function measure(group: string, folder: string): number {
  const outfile = path.join(folder, `${group}.mjs`);
  buildSync({
    entryPoints: [path.join(import.meta.dirname, "groups", `${group}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["source"],
    outfile,
    logLevel: "error",
  });
  const printed = execFileSync(process.execPath, ["--expose-gc", outfile], { encoding: "utf8" });
  return (JSON.parse(printed) as { ratio: number }).ratio;
}

const folder = mkdtempSync(path.join(tmpdir(), "gradbook-bench-"));
const results: Record<string, Measured> = {};
try {
  for (const [group, { goal, better }] of Object.entries(goals)) {
    const ratio = Number(measure(group, folder).toPrecision(3));
    results[group] = { ratio, goal, ok: better === "larger" ? ratio >= goal : ratio <= goal };
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
else {
  console.log(`${cpus()[0]?.model ?? "unknown CPU"}, Node ${process.version}\n`);
  for (const [group, { ratio, ok }] of Object.entries(results)) {
    const { what, goal, better } = goals[group]!;
    const limit = `${better === "larger" ? "≥" : "≤"} ${goal}`;
    console.log(
      `${ok ? "✓" : "✗"} ${group.padEnd(8)} ${String(ratio).padStart(6)}×  goal ${limit.padEnd(6)} ${what}`,
    );
  }
}
process.exitCode = Object.values(results).every(({ ok }) => ok) ? 0 : 1;
