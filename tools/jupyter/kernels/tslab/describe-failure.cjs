/** @file What the red box says about a failed cell: the message, then where, in the student's own lines. */
"use strict";
const util = require("node:util");

/**
 * @typedef {import("./internals.d.cts").ErrorContent} ErrorContent
 * @typedef {import("./runs.cjs").Run} Run
 * @typedef {import("./runs.cjs").Runs} Runs
 * @typedef {{ file: string, line: number, column: number, text: string }} TypeProblem
 */

/** @param {Run} run, @param {Runs} runs, @returns {ErrorContent} */
function describeFailure(run, runs) {
  try {
    const problems = typeProblems(run);
    if (problems.length > 0) return describeTypes(run, problems);
    return describeThrown(run.problems.at(-1)?.[0], runs);
  } catch {
    return {
      ename: "Error",
      evalue: "an error that cannot be shown",
      traceback: ["an error that cannot be shown"],
    };
  }
}

/**
 * What the compiler said; the parts of one message come one after another, from one place.
 * @param {Run} run
 */
function typeProblems(run) {
  /** @type {TypeProblem[]} */
  const problems = [];
  for (const [format, file, line, column, text] of run.problems) {
    if (format !== "%s%d:%d - %s") continue; // how upstream prints a diagnostic
    const compiled = { line: Number(line), column: Number(column) };
    const place = file ? compiled : inside(run.code, run.withoutInsertions(compiled));
    const last = problems.at(-1);
    if (last?.line === place.line && last.column === place.column) last.text += `\n  ${text}`;
    else problems.push({ file: String(file).trim(), ...place, text: String(text) });
  }
  return problems;
}

/**
 * Something missing at the end of a cell is missed on the line after it.
 * @param {string} code, @param {import("./runs.cjs").Position} place
 */
function inside(code, place) {
  const lines = code.split("\n");
  if (place.line <= lines.length) return place;
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** @param {Run} run, @param {TypeProblem[]} problems, @returns {ErrorContent} */
function describeTypes(run, problems) {
  const [first] = /** @type {[TypeProblem]} */ (problems);
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return {
    ename: "TypeScript",
    evalue: `${whereOf(first)}: ${first.text}${others}`,
    traceback: [
      `${title("TypeScript")}: the cell was not run`,
      ...problems.flatMap((problem) => [
        `${whereOf(problem)}: ${problem.text}`,
        ...(problem.file ? [] : markedLine(run.code, problem)),
      ]),
    ],
  };
}

/** @param {TypeProblem} problem */
const whereOf = ({ file, line, column }) => `${file ? `${file}, ` : ""}line ${line}, column ${column}`;

/** @param {unknown} thrown, @param {Runs} runs, @returns {ErrorContent} */
function describeThrown(thrown, runs) {
  if (isInterrupt(thrown)) return describe("Interrupted", "the cell was stopped");
  if (!(thrown instanceof Error)) return describe("Thrown", util.inspect(thrown));
  const cause =
    thrown.cause === undefined ? [] : [`  caused by ${util.inspect(thrown.cause).split("\n")[0]}`];
  return describe(String(thrown.name), String(thrown.message), [...stackOf(thrown, runs), ...cause]);
}

/** @param {unknown} thrown */
function isInterrupt(thrown) {
  const { code, message } = /** @type {{ code?: unknown, message?: unknown }} */ (thrown ?? {});
  return code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || message === "Interrupted asynchronously";
}

/** @param {string} ename, @param {string} evalue, @param {string[]} lines, @returns {ErrorContent} */
function describe(ename, evalue, lines = []) {
  return { ename, evalue, traceback: [`${title(ename)}: ${evalue}`, ...lines] };
}

/**
 * The stack without the kernel's own frames; the first line of the student's that it meets is shown.
 * @param {Error} error, @param {Runs} runs
 */
function stackOf(error, runs) {
  const frames = String(error.stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !isKernelFrame(line));
  /** @type {string[]} */
  const lines = [];
  let marked = false;
  for (const frame of frames) {
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
/** @param {string} text */
const title = (text) => red(`\x1b[1m${text}\x1b[22m`);

module.exports = { describeFailure };
