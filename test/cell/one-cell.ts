/** @file A cell for a test file, and its replies in words. */
import { afterAll, beforeAll } from "vitest";
import { openPool } from "../../grader/cell/pool.ts";
import { type Job, type Outcome, type Reply, type Runner, replyTo as replyOf } from "../../grader/runner.ts";

export const job = (source: string, more: Partial<Job> = {}): Job => ({
  id: "test",
  student: "ada",
  source,
  exports: ["f"],
  allows: [],
  call: "(student, x) => student.f(x)",
  inputs: [1, 2, 3],
  fuel: 200,
  wallMs: 1000,
  ...more,
});
/** "1", "threw TypeError: no (line 2)", "stopped: time": what came of a case. */
const said = (outcome: Outcome): string => {
  if ("stopped" in outcome) return `stopped: ${outcome.stopped}`;
  if ("answer" in outcome) return JSON.stringify(outcome.answer);
  const { name, message, line } = outcome.threw;
  return `threw ${name}: ${message}${line === undefined ? "" : ` (line ${line})`}`;
};
/** Opens a level-1 cell for the tests of this file. */
export function oneCell() {
  let pool: Runner;
  beforeAll(async () => {
    pool = await openPool({ cells: 1, bubblewrap: false });
  }, 30_000);
  afterAll(() => pool.close());

  const replyTo = (source: string, more?: Partial<Job>): Promise<Reply> => replyOf(pool, job(source, more));

  /** What came of each case, or why the code was refused. */
  async function outcomesOf(source: string, more?: Partial<Job>): Promise<string[] | string> {
    const reply = await replyTo(source, more);
    if ("outcomes" in reply) return reply.outcomes.map(said);
    const { message, line } = reply.refused;
    return line === undefined ? message : `${message} (line ${line})`;
  }

  return { replyTo, outcomesOf };
}
