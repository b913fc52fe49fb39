/**
 * @file For 200 ms after an error upstream drops every request, with a status that no client knows ("abort"), whatever
 * the client asked for. Here: only where the request said stop_on_error, with the protocol's status "aborted".
 *
 * "Run All" sends its requests over 40 ms (42 cells) to 1,300 ms (202 cells), with gaps up to 45 ms, so that they still
 * arrive when an early cell fails. Requests are aborted until none has come for a while.
 */
"use strict";
const afterErrorMs = 50;
const afterAbortedMs = 150;

/**
 * Upstream's queue does the dropping.
 * @type {import("../internals.d.cts").TaskQueue}
 */
const noQueue = { add: (task) => task(), reset() {} };

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ handler }) => {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  let aborting;
  const abortFor = (/** @type {number} */ ms) => {
    clearTimeout(aborting);
    aborting = setTimeout(() => {
      aborting = undefined;
    }, ms);
  };

  const execute = handler.handleExecute;
  handler.handleExecute = function (request, stream, display) {
    Object.assign(this, { execQueue: noQueue });

    /** @returns {Promise<import("../internals.d.cts").ExecuteReply>} */
    const answer = async () => {
      if (aborting) {
        abortFor(afterAbortedMs);
        return { status: "aborted" };
      }
      const reply = await execute.call(this, request, stream, display);
      if (reply.status === "error" && request.stop_on_error !== false) abortFor(afterErrorMs);
      return reply;
    };
    const reply = last.then(answer);
    last = reply.catch(() => {});
    return reply;
  };
};
