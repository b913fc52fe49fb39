/** @file Upstream sends no `execute_input`: nbclient then leaves the cell's execution_count empty. */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ executor, runs }) => {
  const create = executor.createExecutor;
  executor.createExecutor = (...args) => {
    const made = create(...args);
    const execute = made.execute;
    made.execute = (source) => {
      const { code, number, publish } = runs.current;
      publish("execute_input", { code, execution_count: number });
      return execute(source);
    };
    return made;
  };
};
