/** @file A stack trace in the student's own lines. */
"use strict";

/** @typedef {import("./runs.cjs").Runs} Runs */

/**
 * The places in cells that an error came through; the first is shown with its line. Places in libraries are left out,
 * unless there is no other.
 * @param {Error} error, @param {Runs} runs, @returns {string[]}
 */
function stackOf(error, runs) {
  const frames = String(error.stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !isKernelFrame(line));
  const throughCells = frames.some((frame) => /\bcell \[\d+\]:/.test(frame));
  /** @type {string[]} */
  const lines = [];
  let marked = false;
  for (const frame of frames) {
    if (throughCells && isLibraryFrame(frame)) continue;
    const [, called, name = "", line, column] =
      /^\s+at (?:async )?(?:(.*) \()?(cell \[\d+\]):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    const run = runs.named(name);
    const place = run?.locate({ line: Number(line), column: Number(column) });
    if (run?.toSource && !place) continue; // the wrapper around the cell
    const text = place ? `    at ${functionName(called)}${name}, line ${place.line}` : frame;
    if (lines.includes(text)) continue; // a recursion
    lines.push(text);
    if (run && place && !marked) lines.push(...markedLine(run.code, place));
    marked ||= Boolean(place);
  }
  return lines;
}

/** @param {string} frame */
const isKernelFrame = (frame) =>
  frame.includes("node:") || frame.includes(__dirname) || /[\\/]tslab[\\/]dist[\\/]/.test(frame);

/** @param {string} frame */
const isLibraryFrame = (frame) => /[\\/](?:node_modules|dist)[\\/]/.test(frame);

/**
 * Functions of cells are called as members of a Proxy.
 * @param {string | undefined} called
 */
function functionName(called) {
  const name = called?.replace(/^Proxy\./, "");
  return name && !name.includes("anonymous") ? `${name}, ` : "";
}

/** @param {string} code, @param {import("./runs.cjs").Position} place */
function markedLine(code, { line, column }) {
  const text = code.split("\n")[line - 1];
  if (text === undefined) return [];
  const margin = " ".repeat(String(line).length);
  return [`    ${line} | ${text}`, `    ${margin} | ${" ".repeat(Math.max(0, column - 1))}${red("^")}`];
}

/** @param {string} text */
const red = (text) => `\x1b[31m${text}\x1b[39m`;

module.exports = { markedLine, red, stackOf };
