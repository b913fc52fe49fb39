/** @file Upstream checks cells without `strict`: no null checks, untyped parameters. */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ ts }) => {
  const create = ts.createWatchCompilerHost;
  ts.createWatchCompilerHost = (files, options, ...rest) =>
    create(files, { ...options, strict: true }, ...rest);
};
