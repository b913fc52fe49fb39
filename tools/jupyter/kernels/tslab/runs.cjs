/** @file What the mends share: every run of a cell, and the way from its compiled code back to the student's text. */
"use strict";

/**
 * @typedef {{ line: number, column: number }} Position 1-based
 * @typedef {Position & { text: string }} Insertion before that position, on one line
 * @typedef {(position: Position) => Position | null} ToSource from the script that ran to the text that was compiled
 */

/** One run of one cell. */
class Run {
  /** @type {Insertion[][]} what was inserted before compiling, pass by pass */
  insertions = [];
  /** @type {ToSource | null} */
  toSource = null;
  /** @type {unknown[][]} what upstream wanted to print about the failure */
  problems = [];
  /** The n of the prompt `[n]`; 0 while the run waits. */
  number = 0;

  /**
   * @param {string} code the student's text
   * @param {(type: string, content: object) => void} publish sends a message to the cell's output
   */
  constructor(code, publish) {
    this.code = code;
    this.publish = publish;
  }

  /** How stack traces name the script, and messages the cell. */
  get name() {
    return `cell [${this.number}]`;
  }

  /** @param {Position} position in the script that ran, @returns {Position | null} in the student's text */
  locate(position) {
    const compiled = this.toSource?.(position);
    return compiled ? this.withoutInsertions(compiled) : null;
  }

  /** @param {Position} position in the text that was compiled, @returns {Position} in the student's text */
  withoutInsertions({ line, column }) {
    let original = column;
    for (const pass of this.insertions.toReversed()) {
      let shift = 0;
      for (const mark of pass.filter((each) => each.line === line)) {
        shift += Math.max(0, Math.min(mark.text.length, original - mark.column - shift));
      }
      original -= shift;
    }
    return { line, column: original };
  }
}

/** The runs of a kernel's life: functions of old cells can still throw. */
class Runs {
  /** @type {WeakMap<object, Run>} */
  #byRequest = new WeakMap();
  /** @type {Map<string, Run>} */
  #byName = new Map();

  /** The cell that runs now, or ran last. */
  current = new Run("", () => {});

  /** @param {import("./internals.d.cts").ExecuteRequest} request, @param {Run} run */
  add(request, run) {
    this.#byRequest.set(request, run);
  }

  /** @param {import("./internals.d.cts").ExecuteRequest} request, @param {number} number */
  begin(request, number) {
    this.current = this.of(request);
    this.current.number = number;
    this.#byName.set(this.current.name, this.current);
  }

  /** @param {import("./internals.d.cts").ExecuteRequest} request */
  of(request) {
    return this.#byRequest.get(request) ?? new Run(request.code, () => {});
  }

  /** @param {string} name such as `cell [3]` */
  named(name) {
    return this.#byName.get(name);
  }
}

/**
 * Keeps `kernel.runs` up to date.
 * @param {import("./internals.d.cts").Kernel} kernel
 */
function followRuns({ server, handler, runs }) {
  const receive = server.handleExecute;
  server.handleExecute = function (socket, message) {
    const request = /** @type {import("./internals.d.cts").ExecuteRequest} */ (message.content);
    const publish = (/** @type {string} */ type, /** @type {object} */ content) => {
      const output = message.createReply();
      output.header.msg_type = type;
      output.content = content;
      output.signAndSend(this.connInfo.key, this.iopub);
    };
    runs.add(request, new Run(request.code, publish));
    return receive.call(this, socket, message);
  };

  const execute = handler.handleExecuteImpl;
  handler.handleExecuteImpl = function (request, stream, display) {
    runs.begin(request, this.execCount + 1);
    return execute.call(this, request, stream, display);
  };
}

module.exports = { Run, Runs, followRuns };
