/** @file Starts tslab, mended: `node launch.cjs CONNECTION_FILE`. To drop a mend, delete its line. */
"use strict";
const { loadTslab } = require("./load.cjs");
const { Runs, followRuns } = require("./runs.cjs");

// A later mend wraps the earlier ones: error-message speaks after batch-output has flushed, keep-queue is outermost.
const mends = [
  require("./mends/strict.cjs"),
  require("./mends/source-positions.cjs"),
  require("./mends/lost-output.cjs"),
  require("./mends/batch-output.cjs"),
  require("./mends/execute-input.cjs"),
  require("./mends/error-message.cjs"),
  require("./mends/keep-queue.cjs"),
  require("./mends/shorthand.cjs"),
  require("./mends/top-level-await.cjs"),
  require("./mends/show-value.cjs"),
  require("./mends/language-info.cjs"),
  require("./mends/other-requests.cjs"),
  require("./mends/inspect-call.cjs"),
  require("./mends/orphan.cjs"),
];

const tslab = loadTslab();
/** @type {import("./internals.d.cts").Kernel} */
const kernel = { ...tslab, runs: new Runs() };
followRuns(kernel);
for (const mend of mends) mend(kernel);
tslab.startKernel({ configPath: process.argv[2] ?? "", enableFindLocal: false });
