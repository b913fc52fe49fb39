/** @file A child process as the grader hears it. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { CELL_FILE, commandOf } from "../../grader/cell/command.ts";
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

  it("reads no file but its own, writes none and starts no process, even if the sandbox in it were broken", async () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "gradbook-cell-")));
    const file = path.join(folder, "escaped.mjs");
    writeFileSync(
      file,
      `import fs from "node:fs";
       import { execSync } from "node:child_process";
       const tries = [
         () => fs.readFileSync("/etc/hostname"),
         () => fs.writeFileSync(${JSON.stringify(path.join(folder, "written"))}, ""),
         () => execSync("true"),
       ];
       const codes = tries.map((attempt) => { try { attempt(); return "worked"; } catch (e) { return e.code; } });
       console.log(codes.join());`,
    );
    const escaped = new CellProcess(commandOf(1).map((word) => word.replaceAll(CELL_FILE, file)));
    started.push(escaped);
    expect(await escaped.hear(10_000)).toEqual({
      line: "ERR_ACCESS_DENIED,ERR_ACCESS_DENIED,ERR_ACCESS_DENIED",
    });
    rmSync(folder, { recursive: true });
  });
});
