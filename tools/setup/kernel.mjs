/** @file Can the notebook kernel start? JupyterLab itself says nothing when it cannot. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "./problem.mjs";

/** @param {string} root */
export function requireKernel(root) {
  const folder = path.join(root, "tools/jupyter/kernels/tslab");
  for (const file of ["kernel.json", "launch.cjs"]) {
    if (!existsSync(path.join(folder, file))) {
      throw new Problem(
        `The notebook kernel is incomplete, ${path.join(folder, file)} is missing: get gradbook again.`,
      );
    }
  }
  const require = createRequire(path.join(folder, "launch.cjs"));
  for (const name of ["tslab/package.json", "zeromq"]) {
    try {
      require(name);
    } catch (error) {
      throw new Problem(
        `The notebook kernel cannot load ${name} (${firstLine(error)}): delete the folder node_modules and try again.`,
      );
    }
  }
}

/** @param {unknown} error */
const firstLine = (error) => String(/** @type {Error} */ (error).message).split("\n")[0];
