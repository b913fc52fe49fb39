/** @file Where student code runs: one interface, so that the local pool of cells can later be a queue or a shard. */
import type { Plain } from "./plain.ts";

/** One exercise of one submission, ready to run. Plain data: it crosses processes. */
export interface Job {
  readonly id: string;
  /** Before another student's job the whole memory of a sandbox is put back to what it was before any. */
  readonly student: string;
  /** The student's module, TypeScript, with its exports. */
  readonly source: string;
  readonly exports: readonly string[];
  /** Names of "gradbook" that work inside; every other throws "by hand here". */
  readonly allows: readonly string[];
  /** The spec's `call`, as text. */
  readonly call: string;
  readonly inputs: readonly Plain[];
  /** Work allowed per case, in polls of 10,000 interpreter steps. */
  readonly fuel: number;
  /** Wall-clock limit per case, in milliseconds; behind it a SIGKILL from outside. */
  readonly wallMs: number;
}

/** What one case came to. */
export type Outcome =
  | { readonly answer: Plain; readonly changedInput: boolean }
  | { readonly threw: { readonly name: string; readonly message: string; readonly line?: number } }
  | { readonly stopped: "time" | "memory" | "crash" };

/** What a job came to: one outcome per input; or why none could be had. */
export type Reply =
  | { readonly outcomes: readonly Outcome[]; readonly fuelUsed: number; readonly printed: string }
  | { readonly refused: { readonly message: string; readonly line?: number } };

/** @returns a job to run next in the same place: more inputs for the same code */
export type OnReply = (job: Job, reply: Reply) => Job | undefined;

export interface Runner {
  /** 1: a QuickJS cell in a child process; 2: the same inside bubblewrap. */
  readonly level: 1 | 2;
  /**
   * Runs every job, as many at a time as there are cells, and hands each reply on as it comes.
   * @throws {InfrastructureError} if a new cell fails its known honest job: then there is no verdict for anybody
   */
  run(jobs: Iterable<Job> | AsyncIterable<Job>, onReply: OnReply): Promise<void>;
  close(): Promise<void>;
}

/** Our bug or the machine's, never the student's: no verdict is given, and the CLI exits with 2. */
export class InfrastructureError extends Error {
  override readonly name = "InfrastructureError";
}

/** The reply to a single job. */
export async function replyTo(runner: Runner, job: Job): Promise<Reply> {
  const replies: Reply[] = [];
  await runner.run([job], (_job, reply) => {
    replies.push(reply);
    return undefined;
  });
  const [reply] = replies;
  if (!reply) throw new InfrastructureError("the runner gave no reply");
  return reply;
}
