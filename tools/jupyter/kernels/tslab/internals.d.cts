/** @file The parts of tslab 1.0.22 that the mends touch (upstream declares them private), and what the mends share. */
import type { Runs } from "./runs.cjs";

type Upstream = typeof import("typescript");
/** The functions that mends replace are declared as loosely as they are used. */
export interface TypeScript extends Omit<Upstream, "createWatchCompilerHost" | "transpileModule"> {
  createWatchCompilerHost(files: unknown, options: object, ...rest: unknown[]): unknown;
  transpileModule: Upstream["transpileModule"];
}

/** The content of an `execute_request`. */
export interface ExecuteRequest {
  readonly code: string;
  readonly stop_on_error?: boolean;
}

/** What a red box is made of: the content of an `error` message, and part of the reply to a failed request. */
export interface ErrorContent {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export interface ExecuteReply extends Partial<ErrorContent> {
  readonly status: "ok" | "error" | "aborted";
  readonly execution_count?: number;
}

export interface DisplayData {
  data: Record<string, string>;
  metadata: Record<string, unknown>;
  transient: { display_id?: string };
}

export type StreamName = "stdout" | "stderr";
export type WriteStream = (name: StreamName, text: string) => void;
export type WriteDisplay = (data: DisplayData, update: boolean) => void;

/** Runs one task after another. */
export interface TaskQueue {
  add(task: () => Promise<unknown>): Promise<unknown>;
  reset(delayMs: number): void;
}

/** JupyterHandlerImpl: answers requests. */
export interface Handler {
  execCount: number;
  execQueue: TaskQueue;
  handleKernel(): { language_info: { codemirror_mode: unknown } };
  handleExecute(request: ExecuteRequest, stream: WriteStream, display: WriteDisplay): Promise<ExecuteReply>;
  handleExecuteImpl(request: ExecuteRequest, stream: WriteStream, display: WriteDisplay): Promise<unknown>;
  handleInspect(request: { code: string; cursor_pos: number }): { found: boolean };
}

/** ZmqMessage, whose class is not exported. */
export interface Message {
  readonly header: { msg_type: string };
  readonly constructor: { fromRaw(key: string, frames: readonly Buffer[]): Message };
  content: unknown;
  createReply(): Message;
  signAndSend(key: string, socket: unknown): void;
}

/** ZmqServer: reads requests from sockets, and writes replies and output. */
export interface Server {
  readonly connInfo: { readonly key: string };
  readonly iopub: unknown;
  publishStatus(status: "busy" | "idle", parent: Message): void;
  handleShellMessage(socket: unknown, ...frames: Buffer[]): Promise<void>;
  handleKernelInfo(socket: unknown, message: Message): void;
  handleExecute(socket: unknown, message: Message): Promise<void>;
}

/** Compiles and runs cells. */
export interface Executor {
  execute(source: string): Promise<boolean>;
}

export interface ExecutorConsole {
  log(value: unknown): void;
  error(...args: unknown[]): void;
}

export interface Tslab {
  readonly ts: TypeScript;
  readonly zmq: Record<string, new (options?: object) => object>;
  readonly jupyter: { readonly lastWriteDisplayData: WriteDisplay };
  readonly handler: Handler;
  readonly server: Server;
  readonly executor: {
    createExecutor(directory: string, converters: unknown, console: ExecutorConsole): Executor;
  };
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void;
}

export interface Kernel extends Tslab {
  readonly runs: Runs;
}

/** Patches the kernel before it starts. */
export type Mend = (kernel: Kernel) => void;
