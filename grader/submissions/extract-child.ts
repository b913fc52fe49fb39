/** @file The process of extractor.ts: a submission comes in, its extraction goes out. */
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

process.on("message", (submission: Submission) => process.send?.(answer(submission)));
process.on("disconnect", () => process.exit());
process.send?.("ready");
