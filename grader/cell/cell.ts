/** @file One place where jobs run, one after another: a child process, replaced when it dies, is killed, or has served long enough. */
import { isDeepStrictEqual } from "node:util";
import { InfrastructureError, type Job, type Outcome, type Reply } from "../runner.ts";
import { allowance, CellProcess } from "./process.ts";
import { type Request, readLine } from "./protocol.ts";

/** Students whose code one process may see, each in a memory put back to what it was before any. */
const STUDENTS_PER_PROCESS = 500;
/** Cases of one job that may be stopped: then the job ends, and its other cases count as stopped too. */
const MOST_STOPS = 2;
const LONGEST_SOURCE = 64 * 1024;
const STARTING_MS = 10_000;

/** A job whose outcomes are known: a cell that does not get it right sees no submission. */
const honest: Job = {
  id: "honest",
  student: "",
  source: "export const slope = (x: number): number => 2 * x;\nconsole.log('ready');",
  exports: ["slope"],
  allows: [],
  call: "(student, { x }) => student.slope(x)",
  inputs: [{ x: 3 }, { x: -0.5 }],
  fuel: 100,
  wallMs: STARTING_MS,
};
const honestReply: Reply = {
  outcomes: [
    { answer: 6, changedInput: false },
    { answer: -1, changedInput: false },
  ],
  fuelUsed: 0,
  printed: "ready\n",
};

/** How a process left a job: with a reply, too late, or in no way it should have. */
type Left = { readonly reply: Reply } | { readonly failed: "time" | "crash" };

const stopsIn = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => "stopped" in outcome).length;
const isAnswer = (outcome: Outcome | undefined) => outcome === undefined || "answer" in outcome;
/** A job that had to end early: the cases that never ran count like the last one. */
const filled = (outcomes: readonly Outcome[], job: Job): Outcome[] =>
  job.inputs.map((_, k) => outcomes[k] ?? outcomes.at(-1) ?? { stopped: "crash" });

/**
 * Sends the cases that have no outcome yet and takes the lines in their order.
 * A line that is not due ends it as a crash: nothing a cell says is believed because it says so.
 */
async function converse(cell: CellProcess, request: Request, outcomes: Outcome[]): Promise<Left> {
  const { id, from, job } = request;
  cell.send(JSON.stringify(request));
  const limitMs = allowance(job.wallMs);
  for (let mostLines = 2 * (job.inputs.length - from) + 1; mostLines > 0; mostLines--) {
    const heard = await cell.hear(limitMs);
    if ("failed" in heard) return { failed: heard.failed === "silent" ? "time" : "crash" };
    const line = readLine(heard.line, id);
    if (!line) break;
    if ("refused" in line) return { reply: { refused: line.refused } };
    if ("case" in line) {
      if (line.case !== outcomes.length || line.case >= job.inputs.length) break;
      outcomes.push(line.outcome);
    }
    if ("end" in line) {
      if (outcomes.length < job.inputs.length && isAnswer(outcomes.at(-1))) break;
      return { reply: { outcomes: filled(outcomes, job), ...line.end } };
    }
  }
  return { failed: "crash" };
}

export class Cell {
  private readonly command: readonly string[];
  private process: CellProcess | undefined;
  private student: string | undefined;
  private students = 0;
  private requests = 0;
  private closed = false;

  constructor(command: readonly string[]) {
    this.command = command;
  }

  /** @throws {InfrastructureError} if the new process fails the known honest job */
  async start(): Promise<CellProcess> {
    this.drop();
    if (this.closed) throw new InfrastructureError("the cells were closed while they were at work");
    const started = new CellProcess(this.command);
    this.process = started;
    this.students = 0;
    const left = await converse(started, this.request(honest, []), []);
    if ("reply" in left && isDeepStrictEqual(left.reply, honestReply)) return started;
    this.drop();
    const why =
      started.complaint.trim() || ("failed" in left ? `no answer (${left.failed})` : "a wrong answer");
    throw new InfrastructureError(`a new cell failed its known honest job, so nothing is graded: ${why}`);
  }

  /** A process that hangs or dies is tried once more: it may have been the machine's fault. */
  async run(job: Job): Promise<Reply> {
    if (job.source.length > LONGEST_SOURCE) return { refused: { message: "the code is longer than 64 KiB" } };
    const outcomes: Outcome[] = [];
    for (let again = false; ; again = true) {
      const cell = await this.ready(job.student);
      const left = await converse(cell, this.request(job, outcomes, again), outcomes);
      if ("reply" in left) return left.reply;
      this.drop();
      if (again)
        return { outcomes: filled([...outcomes, { stopped: left.failed }], job), fuelUsed: 0, printed: "" };
    }
  }

  private request(job: Job, outcomes: readonly Outcome[], prompt = false): Request {
    const stopsLeft = MOST_STOPS - stopsIn(outcomes);
    return { id: ++this.requests, from: outcomes.length, stopsLeft, prompt, job };
  }

  private async ready(student: string): Promise<CellProcess> {
    if (student !== this.student && ++this.students > STUDENTS_PER_PROCESS) this.drop();
    this.student = student;
    return this.process ?? this.start();
  }

  private drop(): void {
    this.process?.kill();
    this.process = undefined;
  }

  /** For good: a job that is at work fails, and nothing is started again. */
  close(): void {
    this.closed = true;
    this.drop();
  }
}
