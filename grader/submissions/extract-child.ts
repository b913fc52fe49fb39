/** @file The process of extractor.ts: a submission comes in, its extraction goes out. */
import { Worker } from "node:worker_threads";
import { extract } from "./extract.ts";
import type { ChildAnswer } from "./extractor.ts";
import type { Submission } from "./submission.ts";

function answer(submission: Submission): ChildAnswer {
  try {
    return extract(submission);
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: "the code in this file is nested too deeply to be read" };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** If the grader is killed while the parser is busy, nothing but a thread of its own can notice. */
const watch = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL"); }, 1000)`;
new Worker(watch, { eval: true }).unref();

/** A grader that is gone needs no answer. */
const reply = (message: ChildAnswer | "ready") => process.send?.(message, undefined, undefined, () => {});

process.on("message", (submission: Submission) => reply(answer(submission)));
process.on("disconnect", () => process.exit());
reply("ready");
