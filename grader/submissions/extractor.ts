/**
 * @file Extraction in a process that can be killed. TypeScript's parser needs exponential time for some texts
 * (`async(` many times over): whoever hands in such a text shall cost seconds, and nobody else's grade.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { InfrastructureError } from "../runner.ts";
import type { Extraction, Submission } from "./submission.ts";

export interface Extractor {
  /** One after the other: a call waits for the calls before it. */
  extract(submission: Submission): Promise<Extraction>;
  close(): Promise<void>;
}
/** What the child answers: the extraction, or the stack of an error of ours. */
export type ChildAnswer = Extraction | { readonly bug: string };

/** A lesson takes about 0.05 s. */
const LIMIT_MS = 10_000;
const MEMORY = "--max-old-space-size=512";

export function openExtractor(limitMs = LIMIT_MS): Extractor {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const kill = async () => {
    const dying = child;
    child = undefined;
    if (dying?.kill("SIGKILL")) await once(dying, "exit");
  };

  const extractNow = async (submission: Submission): Promise<Extraction> => {
    child ??= await start();
    const answer = await ask(child, submission, limitMs);
    if (typeof answer === "object" && !("bug" in answer)) return answer;
    await kill();
    if (typeof answer === "object")
      throw new Error(`extracting from ${submission.file} failed: ${answer.bug}`);
    if (answer === "late")
      return { problem: `reading the code in this file takes longer than ${limitMs / 1000} s` };
    return { problem: "reading the code in this file takes too much memory" };
  };

  return {
    extract(submission) {
      const result = last.then(() => extractNow(submission));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
      await kill();
    },
  };
}

async function start(): Promise<ChildProcess> {
  const fromSource = import.meta.url.endsWith(".ts");
  const file = fileURLToPath(new URL(`./extract-child.${fromSource ? "ts" : "js"}`, import.meta.url));
  const child = fork(file, {
    execArgv: [
      MEMORY,
      ...(fromSource ? ["--conditions=source", "--import", import.meta.resolve("tsx")] : []),
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const dead = once(child, "exit").then(() => {
    throw new InfrastructureError("the process that reads submissions does not start");
  });
  await Promise.race([once(child, "message"), dead]);
  return child;
}

async function ask(
  child: ChildProcess,
  submission: Submission,
  limitMs: number,
): Promise<ChildAnswer | "late" | "dead"> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), limitMs);
  const { signal } = over;
  try {
    child.send(submission);
    return await Promise.race([
      once(child, "message", { signal }).then(([answer]) => answer as ChildAnswer),
      once(child, "exit", { signal }).then(() => "dead" as const),
    ]);
  } catch (error) {
    if (signal.aborted) return "late";
    throw error;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}
