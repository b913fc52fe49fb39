/** @file Inserts a little text into cells before they are compiled, and remembers where. */
"use strict";

/** @typedef {{ at: number, text: string }} Edit `text` goes in before offset `at`; it holds no line break */

/**
 * @param {import("./internals.d.cts").Kernel} kernel
 * @param {(source: string) => Edit[]} findEdits
 */
function rewriteCells({ executor, runs }, findEdits) {
  const create = executor.createExecutor;
  executor.createExecutor = (...args) => {
    const made = create(...args);
    const execute = made.execute;
    made.execute = (source) => {
      const edits = findEdits(source).sort((a, b) => a.at - b.at);
      runs.current.insertions.push(edits.map(({ at, text }) => ({ ...positionOf(source, at), text })));
      return execute(insert(source, edits));
    };
    return made;
  };
}

/** @param {string} source, @param {Edit[]} edits in order */
function insert(source, edits) {
  let text = "";
  let from = 0;
  for (const edit of edits) {
    text += source.slice(from, edit.at) + edit.text;
    from = edit.at;
  }
  return text + source.slice(from);
}

/** @param {string} source, @param {number} offset */
function positionOf(source, offset) {
  const before = source.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

module.exports = { rewriteCells };
