/** @file One child process: lines in, lines out, a watchdog, and SIGKILL to its whole group. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { loadavg } from "node:os";
import path from "node:path";
import { cores } from "./command.ts";
import { LONGEST_LINE } from "./protocol.ts";

/** silent: nothing came in time, and it was killed; gone: it ended by itself, or was killed for a line too long. */
export type Heard = { readonly line: string } | { readonly failed: "silent" | "gone" };

/** Characters that may wait to be read: a cell that floods the grader is killed. */
const MOST_UNREAD = 50_000_000;

/** Others' work on this machine must not make honest code late: a busy machine gets more time, up to three times. */
export const allowance = (limitMs: number) =>
  limitMs * Math.min(3, Math.max(1, (loadavg()[0] ?? 0) / cores)) + 250;

export class CellProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: string[] = [];
  private rest = "";
  private unread = 0;
  private ended = false;
  private wake: (() => void) | undefined;
  /** The last words on stderr, for our own errors only. */
  complaint = "";

  /** With an empty environment, in a process group of its own. */
  constructor(command: readonly string[]) {
    const [program = "", ...argv] = command;
    this.child = spawn(program, argv, {
      stdio: "pipe",
      env: {},
      cwd: path.parse(process.cwd()).root,
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => this.take(text));
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.complaint = (this.complaint + text).slice(-500);
    });
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr])
      stream.on("error", () => {});
    this.child.on("error", (error) => this.end(error.message)).on("close", () => this.end());
  }

  private take(text: string): void {
    const [first = "", ...more] = text.split("\n");
    this.rest += first;
    for (const next of more) {
      this.lines.push(this.rest);
      this.rest = next;
    }
    this.unread += text.length;
    if (this.rest.length > LONGEST_LINE || this.unread > MOST_UNREAD) this.kill();
    this.wake?.();
  }

  private end(complaint = ""): void {
    this.complaint ||= complaint;
    this.ended = true;
    this.wake?.();
  }

  send(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** The next line, waited for at most `limitMs`; then the process is killed. */
  async hear(limitMs: number): Promise<Heard> {
    let late = false;
    // If the grader itself was busy, lines may be waiting in the pipe: they are read before setImmediate's turn.
    const bark = () => {
      if (this.lines.length > 0 || this.ended) return;
      late = true;
      this.kill();
      this.wake?.();
    };
    const watchdog = setTimeout(() => setImmediate(bark), limitMs);
    while (this.lines.length === 0 && !this.ended && !late)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    clearTimeout(watchdog);
    const line = late ? undefined : this.lines.shift();
    if (line === undefined) return { failed: late ? "silent" : "gone" };
    this.unread -= line.length + 1;
    return { line };
  }

  /** SIGKILL, because nothing else stops a loop inside a native function; to the group, so that nothing is left. */
  kill(): void {
    const { pid } = this.child;
    if (this.ended || pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      this.child.kill("SIGKILL");
    }
  }
}
