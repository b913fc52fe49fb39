/** @file Runs the parts of the suite and counts what they say. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * One check: a command that must end with 0.
 * @param {string[]} command, @returns {Promise<Tally>}
 */
export async function command(command) {
  const code = await run(command);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/**
 * As many checks as vitest counts.
 * @param {string[]} args, @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
export async function vitest(args, env = process.env) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gradbook-suite-"));
  const report = path.join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(
      [process.execPath, "node_modules/vitest/vitest.mjs", "run", ...args, ...reporters],
      env,
    );
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return atLeastOne({ passed: numPassedTests, failed: numFailedTests }, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What cells see of gradbook must be understood by the TypeScript inside tslab. Plot's own declarations need the DOM,
 * which no cell has; only ours count.
 * @returns {Promise<Tally>}
 */
export async function declarations() {
  const compiler = "node_modules/@tslab/typescript-for-tslab/lib/tsc.js";
  /** @type {string[]} */
  const ours = [];
  await readLines([process.execPath, compiler, "-p", "tools/suite/tsconfig.declarations.json"], (line) => {
    if (line.startsWith("dist/") || line.startsWith("error")) ours.push(line);
  });
  for (const line of ours) console.log(line);
  return { passed: ours.length === 0 ? 1 : 0, failed: ours.length };
}

/** As many checks as there are attacks; the last line that `npm run attacks` prints counts them. */
export async function attacks() {
  /** @type {string[]} */
  const lines = [];
  const code = await readLines(["npm", "run", "-s", "attacks", "--", "test/attacks"], (line) => {
    lines.push(line);
    process.stdout.write(line.includes('"ok":true') ? "." : `\n${line}\n`);
  });
  const { ok = 0, of = 0, leaks = 0, nextStudentHarmed = 0 } = JSON.parse(lines.at(-1) || "{}");
  return atLeastOne({ passed: ok, failed: of - ok + leaks + nextStudentHarmed }, code);
}

/**
 * A part that fails without saying where has failed once.
 * @param {Tally} tally, @param {number} code
 */
const atLeastOne = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally);

/** @param {string[]} command, @param {NodeJS.ProcessEnv} [env], @returns {Promise<number>} */
async function run([executable = "", ...args], env = process.env) {
  const child = spawn(executable, args, { env, stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(child, "close");
  return code ?? 1;
}

/** @param {string[]} command, @param {(line: string) => void} onLine, @returns {Promise<number>} */
async function readLines([executable = "", ...args], onLine) {
  const child = spawn(executable, args, { stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", onLine);
  const [code] = await once(child, "close");
  return code ?? 1;
}
