/** @file What the grader believes of a cell that has been taken over: nothing that could not have been true. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Cell } from "../../grader/cell/cell.ts";
import { InfrastructureError, type Job, type Reply } from "../../grader/runner.ts";

const job: Job = {
  id: "fake",
  student: "ada",
  source: "",
  exports: [],
  allows: [],
  call: "",
  inputs: [1, 2],
  fuel: 10,
  wallMs: 300,
};
const open: Cell[] = [];
const cellThat = (...argv: string[]): Cell => {
  const cell = new Cell([process.execPath, path.join(import.meta.dirname, "fake-cell.mjs"), ...argv]);
  open.push(cell);
  return cell;
};
afterEach(() => {
  for (const cell of open.splice(0)) cell.close();
});
const crashed = { outcomes: [{ stopped: "crash" }, { stopped: "crash" }], fuelUsed: 0, printed: "" };

describe("a cell that lies is a crash", () => {
  it.each([
    "exit",
    "garbage",
    "another job's id",
    "a case that is not due",
    "an early end",
    "an outcome of its own",
    "numbers that JSON has not",
    "a number out of range",
    "an answer nested too deeply",
    "a text without end",
    "lines without end",
  ])("%s", async (lie) => {
    expect(await cellThat(lie).run(job)).toEqual(crashed);
  });

  it("one case too many: what was said before it stands, as it would from any cell", async () => {
    const { outcomes } = (await cellThat("one case too many").run(job)) as Extract<
      Reply,
      { outcomes: unknown }
    >;
    expect(outcomes).toHaveLength(2);
  });
});

describe("a cell that says nothing", () => {
  it("is killed, and the case is out of time", async () => {
    expect(await cellThat("nothing").run(job)).toEqual({
      outcomes: [{ stopped: "time" }, { stopped: "time" }],
      fuelUsed: 0,
      printed: "",
    });
  });
});

describe("a cell that dies once", () => {
  it("costs nobody anything: the case is tried again in a new one", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "gradbook-cell-"));
    const right = { answer: 1, changedInput: false };
    expect(await cellThat("exit", path.join(folder, "died")).run(job)).toEqual({
      outcomes: [right, right],
      fuelUsed: 0,
      printed: "",
    });
    rmSync(folder, { recursive: true });
  });
});

describe("a cell that fails its known honest job", () => {
  it("sees no submission: there is no verdict for anybody", async () => {
    await expect(cellThat("garbage at once").run(job)).rejects.toThrow(InfrastructureError);
    await expect(new Cell(["/no/such/program"]).run(job)).rejects.toThrow(/no such|ENOENT/i);
  });
});
