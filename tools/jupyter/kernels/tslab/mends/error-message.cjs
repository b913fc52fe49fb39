/**
 * @file Upstream prints errors on stderr and sends no `error` message: no red box in the notebook, and tools report a
 * failure without a reason. Collect what it prints about the failure, and say it in the protocol's way.
 */
"use strict";
const { describeFailure } = require("../describe-failure.cjs");

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ executor, handler, runs }) => {
  const create = executor.createExecutor;
  executor.createExecutor = (directory, converters, console) =>
    create(directory, converters, { ...console, error: (...args) => runs.current.problems.push(args) });

  const execute = handler.handleExecute;
  handler.handleExecute = async function (request, stream, display) {
    const reply = await execute.call(this, request, stream, display);
    if (reply.status !== "error") return reply;
    const run = runs.of(request);
    const content = describeFailure(run, runs);
    run.publish("error", content);
    return { ...reply, ...content };
  };
};
