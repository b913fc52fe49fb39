/** @file A Jupyter client without Python: starts a kernel, sends requests, collects what comes back. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Dealer, Subscriber } from "zeromq";
import type { Kernelspec } from "./kernelspec.ts";
import { type Content, type Message, pack, unpack } from "./wire.ts";

/** What a request brought: the content of its reply, and everything it published but the kernel's status. */
export interface Answer {
  readonly type: string;
  readonly reply: Content;
  readonly output: readonly Message[];
}

interface Pending {
  readonly output: Message[];
  readonly settle: (answer: Answer | Error) => void;
  reply?: Message;
  idle?: boolean;
}

export class Kernel {
  readonly #key = randomUUID();
  /** Holds the connection file and the sockets: unlike a port, nobody else can take their names. */
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), "kernel-"));
  readonly #sockets = {
    shell: new Dealer({ linger: 0 }),
    control: new Dealer({ linger: 0 }),
    iopub: new Subscriber({ linger: 0, receiveHighWaterMark: 0 }),
  };
  readonly #pending = new Map<string, Pending>();
  #stderr = "";
  readonly process: ChildProcess;
  /** The kernel_info_reply. */
  info: Content = {};

  private constructor(spec: Kernelspec, directory: string) {
    const file = path.join(this.#folder, "connection.json");
    const connection = {
      transport: "ipc",
      ip: path.join(this.#folder, "socket"),
      signature_scheme: "hmac-sha256",
    };
    writeFileSync(file, JSON.stringify({ ...connection, ...ports, key: this.#key }));
    const [command = "", ...argv] = spec.argv.map((part) => part.replace("{connection_file}", file));
    this.process = spawn(command, argv, { cwd: directory, stdio: ["ignore", "ignore", "pipe"] });
    this.process.stderr?.on("data", (text) => {
      this.#stderr += text;
    });
    this.process.on("exit", () => this.#close());
    this.#sockets.iopub.subscribe();
    for (const name of ["shell", "control", "iopub"] as const) {
      this.#sockets[name].connect(`ipc://${connection.ip}:${ports[`${name}_port`]}`);
      void this.#receive(this.#sockets[name]);
    }
  }

  /** @param directory the kernel's working directory, as a rule the notebook's folder */
  static async start(spec: Kernelspec, directory: string): Promise<Kernel> {
    const kernel = new Kernel(spec, directory);
    // A reply comes as soon as the kernel listens, its status only once our subscription has arrived.
    for (;;) {
      try {
        kernel.info = (await kernel.request("kernel_info_request", {}, { timeoutMs: 300 })).reply;
        return kernel;
      } catch (error) {
        if (kernel.#ended) throw error;
      }
    }
  }

  get #ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** @throws {Error} if the kernel ends or does not answer in time */
  request(type: string, content: Content, options: RequestOptions = {}): Promise<Answer> {
    const { channel = "shell", timeoutMs = 60_000 } = options;
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer | Error) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      };
      const timer = setTimeout(() => settle(new Error(`no answer to ${type} in ${timeoutMs} ms`)), timeoutMs);
      this.#pending.set(id, { output: [], settle });
      if (this.#ended) settle(this.#endError());
      else void this.#sockets[channel].send(pack(this.#key, id, type, content));
    });
  }

  execute(code: string, options: { stopOnError?: boolean; timeoutMs?: number } = {}): Promise<Answer> {
    const { stopOnError = true, ...rest } = options;
    return this.request("execute_request", { code, silent: false, stop_on_error: stopOnError }, rest);
  }

  /** Asks the kernel to end, and kills it if it does not. */
  async stop(): Promise<void> {
    if (this.#ended) return;
    const exit = once(this.process, "exit");
    this.request("shutdown_request", { restart: false }, { channel: "control" }).catch(() => {});
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 2000);
    await exit;
    clearTimeout(timer);
  }

  async #receive(socket: AsyncIterable<Buffer[]>): Promise<void> {
    for await (const frames of socket) {
      const message = unpack(this.#key, frames);
      const pending = this.#pending.get(message.parent);
      if (!pending) continue;
      if (message.type.endsWith("_reply")) pending.reply = message;
      else if (message.type !== "status") pending.output.push(message);
      else if (message.content["execution_state"] === "idle") pending.idle = true;
      const { reply, idle, output } = pending;
      if (reply && idle) pending.settle({ type: reply.type, reply: reply.content, output });
    }
  }

  #endError(): Error {
    return new Error(`the kernel has ended\n${this.#stderr}`);
  }

  #close(): void {
    for (const pending of this.#pending.values()) pending.settle(this.#endError());
    for (const socket of Object.values(this.#sockets)) socket.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface RequestOptions {
  readonly channel?: "shell" | "control";
  readonly timeoutMs?: number;
}

const ports = { shell_port: 1, control_port: 2, iopub_port: 3, stdin_port: 4, hb_port: 5 };
