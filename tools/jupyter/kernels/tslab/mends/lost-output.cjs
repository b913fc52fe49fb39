/**
 * @file zeromq.js takes 512 sends in a row that nobody awaits. Upstream awaits none, so that later messages of a
 * synchronous cell are dropped, even its `idle`: 900 prints show 500 lines. Queue without a limit instead.
 */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ zmq }) => {
  for (const name of ["Publisher", "Router"]) {
    const Socket = /** @type {new (options?: object) => object} */ (zmq[name]);
    const value = class extends Socket {
      /** @param {object} [options] */
      constructor(options) {
        super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
      }
    };
    Object.defineProperty(zmq, name, { configurable: true, enumerable: true, writable: true, value });
  }
};
