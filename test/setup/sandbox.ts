/** @file Temporary folders, and executables that only pretend. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone after the test. Its name holds a space, as a student's may. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "grad book-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their paths; folders are made. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** An environment in which only these commands are on the PATH; each is the text of a shell script. */
export function onlyWith(commands: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = newFolder();
  for (const [name, script] of Object.entries(commands)) {
    const file = path.join(bin, name);
    writeFileSync(file, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    chmodSync(file, 0o755);
  }
  return { PATH: bin };
}
