/** @file Shift-Tab between the brackets of a call finds nothing upstream; answer for the function that is called. */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ ts, handler }) => {
  const inspect = handler.handleInspect;
  handler.handleInspect = function (request) {
    const answer = inspect.call(this, request);
    if (answer.found) return answer;
    const file = ts.createSourceFile("cell.ts", request.code, ts.ScriptTarget.Latest, true);
    const cursor = request.code.slice(0, request.cursor_pos).trimEnd().length;
    const name = calledAt(ts, file, cursor);
    return name ? inspect.call(this, { ...request, cursor_pos: name.getStart(file) }) : answer;
  };
};

/**
 * The name of the function in whose innermost pair of call brackets the cursor stands.
 * @param {import("../internals.d.cts").TypeScript} ts
 * @param {import("typescript").Node} root
 * @param {number} cursor
 */
function calledAt(ts, root, cursor) {
  /** @type {import("typescript").Node | null} */
  let name = null;
  /** @param {import("typescript").Node} node */
  const visit = (node) => {
    if (cursor < node.pos || cursor > node.end) return;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && cursor > node.expression.end) {
      name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return /** @type {import("typescript").Node | null} */ (name);
}
