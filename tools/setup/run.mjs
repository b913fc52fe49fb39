/** @file Runs a command to its end. */
import { spawn } from "node:child_process";

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Where
 * @typedef {{ code: number | null, output: string }} Ran `code` is null where the command could not be started
 */

/**
 * @param {readonly string[]} command the executable and its arguments
 * @param {Where} [where]
 * @returns {Promise<Ran>} what it wrote on both streams
 */
export function run(command, { cwd, env = process.env } = {}) {
  const [executable = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(executable, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", () => resolve({ code: null, output }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Did a command fail because nothing could be fetched? @param {string} output of npm or pip */
export const isOffline = (output) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|NewConnectionError|ConnectTimeout|ProxyError|name resolution|Network is unreachable/i.test(
    output,
  );

/** The last line that says something. @param {string} output */
export const lastLine = (output) => output.trim().split("\n").at(-1)?.trim() ?? "";
