/** @file Loads tslab's own modules, with a TypeScript whose functions can be replaced. */
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

/** @returns {import("./internals.d.cts").Tslab} */
function loadTslab() {
  const requireFromTslab = createRequire(path.join(findTslab(), "dist", "main.js"));
  const ts = replaceableTypeScript(requireFromTslab); // before any module of tslab has loaded it
  const jupyter = requireFromTslab("./jupyter.js");
  return {
    ts,
    zmq: requireFromTslab("zeromq"),
    jupyter,
    handler: jupyter.JupyterHandlerImpl.prototype,
    server: jupyter.ZmqServer.prototype,
    executor: requireFromTslab("./executor.js"),
    startKernel: requireFromTslab("./main.js").startKernel,
  };
}

function findTslab() {
  try {
    return path.dirname(require.resolve("tslab/package.json"));
  } catch {
    process.stderr.write("The notebook kernel tslab is not installed: run `npm ci` in gradbook's folder.\n");
    process.exit(1);
  }
}

/**
 * The members of the TypeScript module are getters and cannot be assigned; tslab is given a copy whose members can.
 * @param {NodeJS.Require} requireFromTslab
 */
function replaceableTypeScript(requireFromTslab) {
  const id = requireFromTslab.resolve("@tslab/typescript-for-tslab");
  const original = requireFromTslab(id);
  const copy = Object.defineProperty({}, "__esModule", { value: true });
  for (const name of Object.keys(original)) {
    Object.defineProperty(copy, name, {
      configurable: true,
      enumerable: true,
      get: () => original[name],
      set: (value) => Object.defineProperty(copy, name, { value, writable: true }),
    });
  }
  const cached = requireFromTslab.cache[id];
  if (cached) cached.exports = copy;
  return /** @type {import("./internals.d.cts").TypeScript} */ (copy);
}

module.exports = { loadTslab };
