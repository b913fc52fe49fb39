/** @file Is this Node new enough? Its require() must load ES modules: the notebook kernel requires gradbook so. */
import { Problem } from "./problem.mjs";

/** @param {string} version such as "v20.19.0" */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.slice(1).split(".").map(Number);
  const fine = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fine) return;
  throw new Problem(
    `gradbook needs Node 20.19, 22.12 or later, and this is Node ${version.slice(1)}: get a newer one at https://nodejs.org.`,
  );
}
