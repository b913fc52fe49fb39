/**
 * @file import: milliseconds on the CPU to load the built package and take a first gradient, in a new process that has
 * loaded an empty file before, so that what Node itself begins with does not count; the median of several.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const PROCESSES = 25;
const folder = mkdtempSync(path.join(tmpdir(), "gradbook-import-"));
const empty = path.join(folder, "empty.mjs");
writeFileSync(empty, "");
const load = `
  await import(${JSON.stringify(pathToFileURL(empty))});
  const start = process.cpuUsage();
  const { Value } = await import("gradbook");
  new Value(3).mul(2).backward();
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1000);`;
const times = Array.from({ length: PROCESSES }, () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "--eval", load], { encoding: "utf8" })),
).sort((a, b) => a - b);
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ ratio: times[PROCESSES >> 1] }));
