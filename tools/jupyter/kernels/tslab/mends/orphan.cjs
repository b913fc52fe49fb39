/** @file When the Jupyter server is killed, upstream lives on, with 170 MB each time. */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = () => {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000).unref();
};
