/**
 * @file Upstream runs cells as an unnamed script and reports positions in the compiled code. Name the script after the
 * cell, and keep the source maps of both compilations (TypeScript → ES module → CommonJS).
 */
"use strict";
const { SourceMap } = require("node:module");
const vm = require("node:vm");
const wrapper = /^\((?:async )?function\(exports, require\) \{ /; // what the executor puts around a cell
const inlineMap = /\n\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ ts, runs }) => {
  const createHost = ts.createWatchCompilerHost;
  ts.createWatchCompilerHost = (files, options, ...rest) =>
    createHost(files, { ...options, inlineSourceMap: true }, ...rest);

  Error.stackTraceLimit = 50; // a cell may stand far below the library that throws

  // The executor transpiles a cell's ES module last, right before it runs the result.
  let maps = { toModule: "", toSource: "" };
  const transpile = ts.transpileModule;
  ts.transpileModule = (code, options) => {
    const inline = inlineMap.exec(code);
    if (!inline) return transpile(code, options);
    const compilerOptions = { ...options.compilerOptions, sourceMap: true };
    const output = transpile(code.slice(0, inline.index + 1), { ...options, compilerOptions });
    maps = {
      toModule: output.sourceMapText ?? "",
      toSource: Buffer.from(inline[1] ?? "", "base64").toString(),
    };
    return { ...output, outputText: output.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "") };
  };

  const runScript = vm.runInThisContext;
  vm.runInThisContext = (code, options) => {
    const prefix = wrapper.exec(code);
    if (!prefix) return runScript(code, options);
    runs.current.toSource = reader(maps, prefix[0].length, code.split("\n").length);
    return runScript(code, { .../** @type {object} */ (options), filename: runs.current.name });
  };
};

/**
 * @param {{ toModule: string, toSource: string }} maps
 * @param {number} indent the length of the wrapper on the script's first line
 * @param {number} lastLine of the script: the wrapper's end
 * @returns {import("../runs.cjs").ToSource}
 */
function reader(maps, indent, lastLine) {
  return ({ line, column }) => {
    if (line === lastLine) return null;
    const toModule = new SourceMap(JSON.parse(maps.toModule));
    const toSource = new SourceMap(JSON.parse(maps.toSource));
    const inModule = toModule.findEntry(line - 1, Math.max(0, column - 1 - (line === 1 ? indent : 0)));
    if (!("originalLine" in inModule)) return null;
    const inSource = toSource.findEntry(inModule.originalLine, inModule.originalColumn);
    if (!("originalLine" in inSource)) return null;
    return { line: inSource.originalLine, column: inSource.originalColumn + 1 }; // line 0 is upstream's "export {};"
  };
}
