/** @file Watches for what must not come out of a cell: a connection, a secret, a file, a process. */
import { randomUUID } from "node:crypto";
import { createSocket } from "node:dgram";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { CELL_FILE } from "../../grader/cell/command.ts";

const PORT = 45123;

const BAIT = "solutions.json";

/** Names in a folder, without what a build or another such watch may put there at any time. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== BAIT && name !== ".built" && !name.startsWith("cell.mjs"))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));

/** What /proc says of a process; undefined once it has ended. */
function readProc(pid: string, file: "stat" | "environ" | "cmdline"): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

/** Cells, and what they started: their environment has no PATH, and their parent is gone or is this process. */
function cellProcesses(): Set<string> {
  if (process.platform !== "linux") return new Set();
  const ofCell = (pid: string) => {
    const parent = / \S (\d+) /.exec(readProc(pid, "stat") ?? "")?.[1];
    const bare = readProc(pid, "environ")?.includes("PATH=") === false;
    return bare && readProc(pid, "cmdline") !== "" && (parent === "1" || parent === `${process.pid}`);
  };
  return new Set(readdirSync("/proc").filter((name) => /^\d+$/.test(name) && ofCell(name)));
}

export class LeakWatch {
  /** Things that came out, in words. */
  readonly leaks: string[] = [];
  private readonly secret = process.env["GRADER_CANARY"] ?? randomUUID();
  private readonly folder = mkdtempSync(path.join(tmpdir(), "gradbook-attacks-"));
  private readonly bait = [this.folder, path.dirname(CELL_FILE)].map((at) => path.join(at, BAIT));
  private readonly server = createServer((socket) => {
    this.leaks.push("a TCP connection");
    socket.on("error", () => {}).destroy();
  });
  private readonly datagrams = createSocket("udp4");
  private readonly before = new Set<string>();
  private readonly processesBefore = cellProcesses();

  /** Opens the listener; sets out the secret in the environment and in a file beside the grader. */
  async open(): Promise<void> {
    process.env["GRADER_CANARY"] = this.secret;
    for (const file of this.bait) writeFileSync(file, JSON.stringify({ answer: this.secret }));
    for (const file of this.watched()) this.before.add(file);
    this.datagrams.on("error", () => {}).on("message", () => this.leaks.push("a datagram"));
    this.datagrams.bind(PORT, "127.0.0.1");
    await new Promise<void>((resolve) => {
      this.server.on("error", (error) => {
        process.stderr.write(`no listener of our own: ${error.message}\n`);
        resolve();
      });
      this.server.listen(PORT, "127.0.0.1", resolve);
    });
  }

  private watched(): string[] {
    const places = new Set([process.cwd(), this.folder, path.dirname(CELL_FILE), import.meta.dirname]);
    const planted = filesIn(tmpdir()).filter((file) => path.basename(file).startsWith("pwned"));
    return [...[...places].flatMap(filesIn), ...planted];
  }

  /** Whatever came back from a cell. */
  inspect(reply: unknown): void {
    if (JSON.stringify(reply).includes(this.secret)) this.leaks.push("a secret in a reply");
  }

  /** After the pool has been closed: what is left behind counts too. */
  async close(): Promise<readonly string[]> {
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const file of this.watched()) if (!this.before.has(file)) this.leaks.push(`a new file ${file}`);
    for (const pid of cellProcesses())
      if (!this.processesBefore.has(pid)) this.leaks.push(`process ${pid} left`);
    this.server.close();
    this.datagrams.close();
    for (const file of this.bait) rmSync(file, { force: true });
    rmSync(this.folder, { recursive: true });
    return this.leaks;
  }
}
