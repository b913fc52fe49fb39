/** @file A child process as the grader hears it. */
import { afterEach, describe, expect, it } from "vitest";
import { CellProcess } from "../../grader/cell/process.ts";

const started: CellProcess[] = [];
const node = (program: string): CellProcess => {
  const child = new CellProcess([process.execPath, "-e", program]);
  started.push(child);
  return child;
};
afterEach(() => {
  for (const child of started.splice(0)) child.kill();
});

describe("hear()", () => {
  it("gives one line at a time, then says that the process is gone", async () => {
    const child = node("console.log('one\\ntwo'); process.stdout.write('no line')");
    expect(await child.hear(10_000)).toEqual({ line: "one" });
    expect(await child.hear(10_000)).toEqual({ line: "two" });
    expect(await child.hear(10_000)).toEqual({ failed: "gone" });
  });

  it("kills a process that is silent", async () => {
    const child = node("setTimeout(() => {}, 60_000)");
    expect(await child.hear(50)).toEqual({ failed: "silent" });
    expect(await child.hear(10_000)).toEqual({ failed: "gone" });
  });

  it("takes nobody for silent because the grader was busy itself", async () => {
    const child = node("console.log('ready'); process.stdin.once('data', () => console.log('done'))");
    await child.hear(10_000);
    child.send("go");
    const heard = child.hear(50);
    for (const end = Date.now() + 2000; Date.now() < end; );
    expect(await heard).toEqual({ line: "done" });
  });
});

describe("a cell's process", () => {
  it("has an empty environment", async () => {
    process.env["GRADER_CANARY"] ??= "secret";
    expect(await node("console.log(JSON.stringify(Object.keys(process.env)))").hear(10_000)).toEqual({
      line: "[]",
    });
  });
});
