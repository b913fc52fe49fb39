/** @file The Python that JupyterLab is to live in. */
import { Problem } from "./problem.mjs";
import { run } from "./run.mjs";

const candidates = [
  "python3",
  "python3.14",
  "python3.13",
  "python3.12",
  "python3.11",
  "python3.10",
  "python",
];
const advice = "(on Debian and Ubuntu: `sudo apt-get install python3 python3-venv`)";

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} a Python 3.10 or later that can make virtual environments
 * @throws {Problem} if there is none
 */
export async function findPython(env) {
  /** @type {string | null} */
  let tooOld = null;
  /** @type {string | null} */
  let withoutVenv = null;
  for (const python of candidates) {
    const version = await versionOf(python, env);
    if (version === null) continue;
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major < 3 || (major === 3 && minor < 10)) tooOld ??= version;
    else if ((await run([python, "-c", "import ensurepip, venv"], { env })).code === 0) return python;
    else withoutVenv ??= version;
  }
  if (withoutVenv) {
    throw new Problem(
      `Python ${withoutVenv} is here, but not its venv module, which JupyterLab is installed with: install python3-venv ${advice} and try again.`,
    );
  }
  if (tooOld) {
    throw new Problem(
      `JupyterLab needs Python 3.10 or later, and this is Python ${tooOld}: install a newer one ${advice} and try again.`,
    );
  }
  throw new Problem(
    `JupyterLab needs Python 3.10 or later, and no Python was found: install it ${advice} and try again.`,
  );
}

/** @param {string} python, @param {NodeJS.ProcessEnv} env, @returns {Promise<string | null>} such as "3.11" */
async function versionOf(python, env) {
  const { code, output } = await run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
    env,
  });
  return code === 0 ? output.trim() : null;
}
