/** @file A JupyterLab 4: ours from an earlier start, else one that is installed, else ours, made now. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { step } from "./progress.mjs";
import { findPython } from "./python.mjs";
import { isOffline, lastLine, run } from "./run.mjs";

const requirements = path.join(import.meta.dirname, "requirements.txt");

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>} the command that starts it
 */
export async function ensureJupyterLab(root, env) {
  const venv = path.join(root, ".jupyter/venv");
  const own = [pythonIn(venv), "-m", "jupyterlab"];
  if (isComplete(venv)) return own;
  const installed = ["jupyter", "lab"];
  if (await isLab4(installed, env)) return installed;
  const python = await findPython(env);
  await step("Installing JupyterLab in .jupyter/venv (240 MB, once)", () => makeVenv(venv, python, env));
  return own;
}

/** @param {string} venv */
const pythonIn = (venv) =>
  process.platform === "win32" ? path.join(venv, "Scripts/python.exe") : path.join(venv, "bin/python");

/** The mark is written last, and tells what was installed. @param {string} venv */
const markIn = (venv) => path.join(venv, "gradbook-requirements.txt");

/** @param {string} venv */
function isComplete(venv) {
  const mark = markIn(venv);
  return (
    existsSync(pythonIn(venv)) &&
    existsSync(mark) &&
    readFileSync(mark, "utf8") === readFileSync(requirements, "utf8")
  );
}

/** @param {string[]} command, @param {NodeJS.ProcessEnv} env */
async function isLab4(command, env) {
  const { code, output } = await run([...command, "--version"], { env });
  return code === 0 && /^4\./m.test(output);
}

/**
 * Leaves either a complete environment or none.
 * @param {string} venv, @param {string} python, @param {NodeJS.ProcessEnv} env
 */
export async function makeVenv(venv, python, env) {
  rmSync(venv, { recursive: true, force: true });
  mkdirSync(path.dirname(venv), { recursive: true });
  const pip = [pythonIn(venv), "-m", "pip", "--disable-pip-version-check", "--retries", "2", "install", "-r"];
  for (const command of [
    [python, "-m", "venv", venv],
    [...pip, requirements],
  ]) {
    const { code, output } = await run(command, { env });
    if (code === 0) continue;
    rmSync(venv, { recursive: true, force: true });
    throw new Problem(whyNot(output));
  }
  // JupyterLab brings scripts for Node, written as CommonJS; gradbook's own package.json says otherwise.
  writeFileSync(path.join(venv, "package.json"), '{ "type": "commonjs" }');
  writeFileSync(markIn(venv), readFileSync(requirements));
}

/** @param {string} output */
function whyNot(output) {
  if (isOffline(output)) {
    return "JupyterLab could not be fetched because there is no connection to Python's package index: connect to the internet and try again.";
  }
  return `JupyterLab could not be installed; its installer says: ${lastLine(output)}`;
}
