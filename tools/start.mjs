/** @file `npm start`. The rest is loaded once Node is known to understand it. */
import { requireNode } from "./setup/node-version.mjs";
import { report } from "./setup/problem.mjs";

try {
  requireNode(process.version);
  const { start } = await import("./setup/start.mjs");
  await start(process.argv.slice(2));
} catch (error) {
  report(error);
  process.exit(1);
}
