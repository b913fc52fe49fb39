/** @file What the red box says about a failed cell: the message, then where, in the student's own lines. */
"use strict";
const util = require("node:util");
const { markedLine, red, stackOf } = require("./stack.cjs");

/**
 * @typedef {import("./internals.d.cts").ErrorContent} ErrorContent
 * @typedef {import("./runs.cjs").Run} Run
 * @typedef {import("./runs.cjs").Runs} Runs
 * @typedef {{ file: string, line: number, column: number, text: string }} TypeProblem
 */

/** @param {Run} run, @param {Runs} runs, @returns {ErrorContent} */
function describeFailure(run, runs) {
  try {
    if (run.problems.length === 0) return describe("Error", "the kernel could not compile this cell");
    const problems = typeProblems(run);
    if (problems.length > 0) return describeTypes(run, problems);
    return describeThrown(run.problems.at(-1)?.[0], runs);
  } catch {
    return describe("Error", "what was thrown cannot be shown");
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

/** @param {string} text */
const title = (text) => red(`\x1b[1m${text}\x1b[22m`);

module.exports = { describeFailure };
