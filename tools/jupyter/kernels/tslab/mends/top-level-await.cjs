/**
 * @file Upstream finds out that a cell is asynchronous from the compiler's complaint about `await`, which does not come
 * for `await (x)`, `await [x]` and `for await`. An `await null;` in front brings it.
 */
"use strict";
const { rewriteCells } = require("../rewrite.cjs");

/** @type {import("../internals.d.cts").Mend} */
module.exports = (kernel) => {
  const { ts } = kernel;

  /** @param {import("typescript").Node} node, @returns {boolean} */
  const awaits = (node) => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
    // Outside a module `await (x)` and `await [x]` are read as a call and an index of something named "await".
    if (ts.isCallExpression(node) || ts.isElementAccessExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === "await") return true;
    }
    return ts.forEachChild(node, (child) => awaits(child) || undefined) ?? false;
  };

  rewriteCells(kernel, (source) => {
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
    return awaits(file) ? [{ at: 0, text: "await null;" }] : [];
  });
};
