/** @file Two set-ups at once would tear each other's half-made parts down. */
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Problem } from "./problem.mjs";

const heartbeatMs = 5000;

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(file, work) {
  const owner = ownerOf(file);
  if (owner !== null) {
    throw new Problem(
      `gradbook is being set up by another command (process ${owner}): wait until it is done, or end it.`,
    );
  }
  const hold = () => writeFileSync(file, String(process.pid)); // over the one of a process that was killed
  hold();
  const timer = setInterval(hold, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {number | null} the living process that holds it; where numbers are given out again (a container), one that
 *   has not said so for a while is another
 */
function ownerOf(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > 6 * heartbeatMs) return null;
    const pid = Number(readFileSync(file, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}
