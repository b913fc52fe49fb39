/** @file Runs the parts of the suite and counts what they say. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

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
  const { output } = await capture([
    process.execPath,
    compiler,
    "-p",
    "tools/suite/tsconfig.declarations.json",
  ]);
  const ours = output.split("\n").filter((line) => line.startsWith("dist/") || line.startsWith("error"));
  for (const line of ours) console.log(line);
  return { passed: ours.length === 0 ? 1 : 0, failed: ours.length };
}

/** As many checks as there are attacks; the last line that `npm run attacks` prints counts them. */
export async function attacks() {
  const { output, code } = await capture(["npm", "run", "-s", "attacks", "--", "test/attacks"]);
  const lines = output.trim().split("\n");
  for (const line of lines) if (!line.includes('"ok":true')) console.log(line);
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

/** @param {string[]} command */
async function capture([executable = "", ...args]) {
  const child = spawn(executable, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const [code] = await once(child, "close");
  return { output, code };
}
