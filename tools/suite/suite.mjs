/** @file The whole suite, in order: set-up, lint, types, docs, tests, lessons, attacks, the author's check, a class, a browser. */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureJupyterLab } from "../setup/jupyterlab.mjs";
import { alone } from "../setup/lock.mjs";
import { ensurePackages } from "../setup/packages.mjs";
import { report } from "../setup/problem.mjs";
import { findBrowser, installBrowser } from "./browser.mjs";
import { attacks, command, declarations, vitest } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const root = path.resolve(import.meta.dirname, "../..");
const gradbook = [process.execPath, "dist/grader/cli.js"];
const slow = ["test/kernel/lessons.test.ts", "test/e2e/**"];

/** @type {[name: string, run: () => Promise<Tally>][]} */
const steps = [
  ["lint", () => command(["npm", "run", "-s", "lint"])],
  ["types (TypeScript 6)", () => command(["npm", "run", "-s", "types"])],
  ["types (the kernel's TypeScript 5.0)", declarations],
  ["API docs", () => command(["npm", "run", "-s", "docs"])],
  ["tests", () => vitest(slow.map((pattern) => `--exclude=${pattern}`))],
  ["lessons in the kernel", () => vitest(["test/kernel/lessons.test.ts"])],
  ["attacks", attacks],
  ["gradbook verify", () => command([...gradbook, "verify"])],
  ["a class graded", gradeClass],
];

/**
 * @param {{ installBrowser: boolean }} options
 * @returns {Promise<Tally>}
 */
export async function runSuite(options) {
  process.chdir(root);
  /** @type {Tally} */
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  /** @param {string} name, @param {() => Promise<Tally>} run */
  const take = async (name, run) => {
    const started = Date.now();
    console.log(`\n──── ${name}`);
    const { passed, failed } = await run().catch(failure);
    total.passed += passed;
    total.failed += failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    lines.push(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
    return failed === 0;
  };

  if (await take("set-up", setUp)) {
    for (const [name, run] of steps) await take(name, run);
    const browser = findBrowser(process.env);
    if (browser || options.installBrowser) {
      await take("JupyterLab in a browser", async () =>
        endToEnd(browser ?? (await installBrowser(process.env))),
      );
    } else lines.push(skipped);
  }
  console.log(`\n${lines.join("\n")}`);
  return total;
}

const skipped =
  "!!!! SKIPPED: JupyterLab in a browser. Install Chrome or Chromium (Debian: `sudo apt-get install chromium`), or run `npm test -- --install-browser`.";

/** @param {unknown} error, @returns {Tally} */
function failure(error) {
  report(error);
  return { passed: 0, failed: 1 };
}

async function setUp() {
  mkdirSync(".jupyter", { recursive: true });
  await alone(".jupyter/setup.lock", () => ensurePackages(root));
  return { passed: 1, failed: 0 };
}

/** From the beginning: a grading run goes on where an earlier one ended. */
function gradeClass() {
  const out = ".jupyter/class";
  rmSync(out, { recursive: true, force: true });
  return command([...gradbook, "grade", "test/class", "--out", out]);
}

/** @param {string} browser */
async function endToEnd(browser) {
  await alone(".jupyter/setup.lock", () => ensureJupyterLab(root, process.env));
  return vitest(["test/e2e"], { ...process.env, GRADBOOK_BROWSER: browser });
}
