/** @file import: milliseconds to load the library, bundled and minified, in a new process; the median of several. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

const PROCESSES = 15;
const folder = mkdtempSync(path.join(tmpdir(), "gradbook-import-"));
const outfile = path.join(folder, "gradbook.mjs");
buildSync({
  entryPoints: ["src/index.ts"],
  bundle: true,
  minify: true,
  platform: "node",
  format: "esm",
  outfile,
});
const load = `const start = process.cpuUsage(); import(${JSON.stringify(outfile)}).then(() => {
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1000);
})`;
const times = Array.from({ length: PROCESSES }, () =>
  Number(execFileSync(process.execPath, ["-e", load], { encoding: "utf8" })),
).sort((a, b) => a - b);
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ ratio: times[PROCESSES >> 1] }));
