/** @file The npm packages and the build. Nothing is done twice, and a failure leaves what was there. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { step } from "./progress.mjs";
import { isOffline, lastLine, run } from "./run.mjs";

/** @param {string} root */
export async function ensurePackages(root) {
  if (!packagesAreInstalled(root)) {
    await step("Fetching the npm packages (150 MB, once)", () => installPackages(root, process.env));
  }
  if (!buildIsFresh(root)) await step("Building gradbook", () => build(root));
}

/** npm writes its own copy of the lock file last. @param {string} root */
export function packagesAreInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const found = readPackages(path.join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === "" || optional || (name in found && found[name]?.version === version),
  );
}

/** @param {string} file, @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** @param {string} root, @param {NodeJS.ProcessEnv} env */
export async function installPackages(root, env) {
  const packages = path.join(root, "node_modules");
  const aside = path.join(root, ".jupyter/node_modules-before");
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(packages)) renameSync(packages, aside);
  const { code, output } = await run([...npm(env), "ci", "--ignore-scripts", "--fetch-retries=1"], {
    cwd: root,
    env,
  });
  if (code !== 0) {
    rmSync(packages, { recursive: true, force: true });
    if (existsSync(aside)) renameSync(aside, packages);
    throw new Problem(whyNot(code, output));
  }
  rmSync(aside, { recursive: true, force: true });
}

/** The npm that runs us, else the one on the PATH. @param {NodeJS.ProcessEnv} env */
const npm = (env) => (env["npm_execpath"] ? [process.execPath, env["npm_execpath"]] : ["npm"]);

/** @param {number | null} code, @param {string} output */
function whyNot(code, output) {
  if (code === null) return "npm was not found; it comes with Node: https://nodejs.org.";
  if (isOffline(output)) {
    return "The npm packages could not be fetched because there is no connection to their registry: connect to the internet and try again.";
  }
  return `The npm packages could not be installed; npm says: ${complaintOf(output)}`;
}

/** npm ends with the name of its log; what is wrong stands before. @param {string} output */
const complaintOf = (output) =>
  /^npm (?:error|ERR!) (?!code |errno |syscall |A complete log)(.+)$/m.exec(output)?.[1] ?? lastLine(output);

const sources = [
  "exercises",
  "src",
  "grader",
  "tools/build.mjs",
  "tools/cell-bundle.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
];

/** The build writes dist/.built last. @param {string} root */
export function buildIsFresh(root) {
  const built = path.join(root, "dist/.built");
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  return sources.every((name) => newest(path.join(root, name)) <= since);
}

/** @param {string} file, @returns {number} the time of the last change in a file or folder */
function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** @param {string} root */
async function build(root) {
  const { code, output } = await run([process.execPath, path.join(root, "tools/build.mjs")], { cwd: root });
  if (code !== 0) throw new Problem(`gradbook could not be built:\n${output}`);
}
