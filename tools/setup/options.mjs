/** @file The options of `npm start`. */
import { parseArgs } from "node:util";
import { Problem } from "./problem.mjs";

const usage = "npm start knows: -- --lesson 02, --port 8888, --no-browser";

/**
 * @param {string[]} args
 * @returns {{ browser: boolean, port: number | undefined, lesson: string | undefined }}
 */
export function readOptions(args) {
  const { "no-browser": noBrowser, port, lesson } = parse(args);
  return { browser: !noBrowser, port: port === undefined ? undefined : portNumber(port), lesson };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: { "no-browser": { type: "boolean" }, port: { type: "string" }, lesson: { type: "string" } },
    }).values;
  } catch (error) {
    throw new Problem(`${/** @type {Error} */ (error).message.split(". ")[0]}. ${usage}`);
  }
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Problem(`--port takes a number from 1 to 65535, not ${text}.`);
}
