/**
 * @file The Jupyter server drops all output, of the following cells too, above 3,000 messages in 3 seconds, and a
 * runaway print loop freezes the page. So: the first messages go out at once; in a flood prints are joined and updates
 * of one display are replaced, a batch every 50 ms; the text of one cell is cut at 256 KB.
 */
"use strict";
const batchMs = 50;
const maxText = 256 * 1024;
const burst = 100;
const refillMs = 5; // one message more every 5 ms

/** @typedef {import("../internals.d.cts").DisplayData} DisplayData */
/** @typedef {{ name: import("../internals.d.cts").StreamName, texts: string[] } | { id: string, data: DisplayData }} Held */

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ handler }) => {
  const allowance = new Allowance();
  const execute = handler.handleExecute;
  handler.handleExecute = async function (request, stream, display) {
    const output = new Output(allowance, stream, display);
    try {
      return await execute.call(
        this,
        request,
        (name, text) => output.stream(name, text),
        (data, update) => output.display(data, update),
      );
    } finally {
      output.flush();
    }
  };
};

/** How many messages may go out at once. */
class Allowance {
  #left = burst;
  #refilled = Date.now();

  take() {
    const now = Date.now();
    this.#left = Math.min(burst, this.#left + (now - this.#refilled) / refillMs);
    this.#refilled = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** The output of one cell. It goes on after the cell's end: a timer may still print. */
class Output {
  /** @type {Held[]} */
  #held = [];
  #heldSince = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #room = maxText;
  #allowance;
  #writeStream;
  #writeDisplay;

  /**
   * @param {Allowance} allowance
   * @param {import("../internals.d.cts").WriteStream} writeStream
   * @param {import("../internals.d.cts").WriteDisplay} writeDisplay
   */
  constructor(allowance, writeStream, writeDisplay) {
    this.#allowance = allowance;
    this.#writeStream = writeStream;
    this.#writeDisplay = writeDisplay;
  }

  /** @type {import("../internals.d.cts").WriteStream} */
  stream(name, text) {
    if (this.#room <= 0) return;
    this.#print(name, text.slice(0, this.#room));
    this.#room -= text.length;
    if (this.#room <= 0) this.#print("stderr", "\n… the rest of this cell's output is not shown\n");
  }

  /** @type {import("../internals.d.cts").WriteStream} */
  #print(name, text) {
    if (this.#mayPass()) return this.#writeStream(name, text);
    const last = this.#held.at(-1);
    if (last && "name" in last && last.name === name) last.texts.push(text);
    else this.#held.push({ name, texts: [text] });
    this.#flushSoon();
  }

  /** @type {import("../internals.d.cts").WriteDisplay} */
  display(data, update) {
    const id = data.transient?.display_id;
    if (!update || id === undefined) {
      this.flush();
      return this.#writeDisplay(data, update);
    }
    if (this.#mayPass()) return this.#writeDisplay(data, update);
    const same = this.#held.find((held) => "id" in held && held.id === id);
    if (same && "id" in same) same.data = data;
    else this.#held.push({ id, data });
    this.#flushSoon();
  }

  #mayPass() {
    return this.#held.length === 0 && this.#allowance.take();
  }

  /** No timer fires while a cell computes, so the clock is looked at too. */
  #flushSoon() {
    if (this.#timer === undefined) {
      this.#heldSince = Date.now();
      this.#timer = setTimeout(() => this.flush(), batchMs);
    } else if (Date.now() - this.#heldSince > batchMs) this.flush();
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const held = this.#held;
    this.#held = [];
    for (const item of held) {
      if ("name" in item) this.#writeStream(item.name, item.texts.join(""));
      else this.#writeDisplay(item.data, true);
    }
  }
}
