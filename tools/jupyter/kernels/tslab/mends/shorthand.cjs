/**
 * @file `{ a }` with `a` from an earlier cell: upstream replaces the name by `exports.a`, and prints `{ exports.a }`,
 * a ReferenceError at run time. Write `{ a: a }` for it.
 */
"use strict";
const { rewriteCells } = require("../rewrite.cjs");

/** @type {import("../internals.d.cts").Mend} */
module.exports = (kernel) => {
  const { ts } = kernel;
  rewriteCells(kernel, (source) => {
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
    /** @type {import("../rewrite.cjs").Edit[]} */
    const edits = [];
    /** @param {import("typescript").Node} node */
    const visit = (node) => {
      if (ts.isShorthandPropertyAssignment(node)) {
        edits.push({ at: node.name.getStart(file), text: `${node.name.text}: ` });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return edits;
  });
};
