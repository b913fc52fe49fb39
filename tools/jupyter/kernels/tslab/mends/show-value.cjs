/**
 * @file A last expression with a method `[Symbol.for("Jupyter.display")]` is shown as that method says (a MIME bundle),
 * as in the Deno kernel. Upstream prints the object.
 */
"use strict";
const display = Symbol.for("Jupyter.display");

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ executor, jupyter }) => {
  const create = executor.createExecutor;
  executor.createExecutor = (directory, converters, console) =>
    create(directory, converters, {
      ...console,
      log: (value) => {
        const show = /** @type {any} */ (value)?.[display]; // any: whatever the student's last expression is
        if (typeof show !== "function") return console.log(value);
        jupyter.lastWriteDisplayData({ data: show.call(value), metadata: {}, transient: {} }, false);
      },
    });
};
