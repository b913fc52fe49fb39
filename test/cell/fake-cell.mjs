/** @file A cell that has been taken over: it passes the honest job, then says what argv tells it to. */
import { existsSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , lie = "", once] = process.argv;
/** @param {unknown} line */
const say = (line) => process.stdout.write(`${typeof line === "string" ? line : JSON.stringify(line)}\n`);
/** @type {unknown} */
const right = { answer: 1, changedInput: false };
/** @param {number} id @param {number} n */
const cases = (id, n, outcome = right) => {
  for (let k = 0; k < n; k++) say({ id, case: k, outcome });
};

/** @type {Record<string, (id: number) => void>} */
const lies = {
  nothing: () => {},
  exit: () => process.exit(0),
  garbage: () => say("PASS 12/12"),
  "another job's id": (id) => cases(id + 1, 2),
  "a case that is not due": (id) => say({ id, case: 1, outcome: right }),
  "one case too many": (id) => cases(id, 3),
  "an early end": (id) => say({ id, end: { fuelUsed: 0, printed: "" } }),
  "an outcome of its own": (id) => cases(id, 2, { verdict: "PASS", points: 100 }),
  "numbers that JSON has not": (id) =>
    say(`{"id":${id},"case":0,"outcome":{"answer":NaN,"changedInput":false}}`),
  "a number out of range": (id) =>
    say(`{"id":${id},"case":0,"outcome":{"answer":1e999,"changedInput":false}}`),
  "an answer nested too deeply": (id) =>
    say(
      `{"id":${id},"case":0,"outcome":{"answer":${"[".repeat(9000)}${"]".repeat(9000)},"changedInput":false}}`,
    ),
  "a text without end": () => {
    const more = () => process.stdout.write("x".repeat(65536), more);
    more();
  },
  "lines without end": (id) => {
    const more = () => process.stdout.write(`${JSON.stringify({ id, loaded: true })}\n`.repeat(100), more);
    more();
  },
};

/** @param {number} id */
const honest = (id) => {
  for (const [k, answer] of [6, -1].entries()) say({ id, case: k, outcome: { answer, changedInput: false } });
  say({ id, end: { fuelUsed: 0, printed: "ready\n" } });
};

/** With a file named as third argument, the first job only is answered with the lie, whoever starts this again. */
const lying = () => {
  if (once === undefined) return true;
  if (existsSync(once)) return false;
  writeFileSync(once, "");
  return true;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, job } = JSON.parse(line);
  if (job.id === "honest" && lie !== "garbage at once") honest(id);
  else if (lie === "garbage at once") say("hello");
  else if (lying()) lies[lie]?.(id);
  else {
    cases(id, job.inputs.length);
    say({ id, end: { fuelUsed: 0, printed: "" } });
  }
}
