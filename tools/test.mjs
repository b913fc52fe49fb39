/** @file `npm test`. The rest is loaded once Node is known to understand it. */
import { requireNode } from "./setup/node-version.mjs";
import { report } from "./setup/problem.mjs";

let total = { passed: 0, failed: 1 };
try {
  requireNode(process.version);
  const { runSuite } = await import("./suite/suite.mjs");
  const installBrowser = process.env["CI"] === "true" || process.argv.includes("--install-browser");
  total = await runSuite({ installBrowser });
} catch (error) {
  report(error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
