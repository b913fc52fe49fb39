/** @file Two set-ups at once would tear each other's half-made parts down. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Problem } from "./problem.mjs";

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
  writeFileSync(file, String(process.pid)); // over the one of a process that was killed
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file, @returns {number | null} the living process that holds it */
function ownerOf(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}
