/** @file The cell's program: reads jobs from stdin, one JSON a line, and writes what came of each case as it comes. */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Job, Outcome } from "../../runner.ts";
import type { Line, Request } from "../protocol.ts";
import { explain } from "./explain.ts";
import { type Instance, makeInstance } from "./instance.ts";
import { Session } from "./session.ts";
import { transpile } from "./transpile.ts";

const STDOUT = 1;

let instance: Instance | undefined;

async function openSession(job: Job, fuel: number): Promise<Session> {
  instance ??= await makeInstance();
  return new Session(instance, job, fuel);
}

function closeSession(session: Session): void {
  if (!session.reusable) instance = undefined;
}

let waiting = "";
let sentAt = 0;
const say = (line: Line): void => {
  waiting += `${JSON.stringify(line)}\n`;
};
/** Whole when it returns: what has been sent is not lost with a case that must be killed. */
function send(): void {
  const text = Buffer.from(waiting);
  for (let sent = 0; sent < text.length; ) sent += writeSync(STDOUT, text, sent);
  waiting = "";
  sentAt = performance.now();
}

/** Of the fuel, for the cases behind one that was stopped: a right answer needs no more. */
const SECOND_CHANCE = 0.2;

/** Lines of quick cases go together: each waking of the grader costs as much as a case. */
const TOGETHER_MS = 10;

/** Cases from `from` on. One that cannot go to its end costs a fresh instance; after `stopsLeft` of them the job ends. */
async function run({ id, from, stopsLeft, prompt, job }: Request): Promise<void> {
  const transpiled = transpile(job.source);
  if ("refused" in transpiled) return say({ id, refused: transpiled.refused });
  let session: Session | undefined;
  let stops = 0;
  let fuelUsed = 0;
  for (let k = from; k < job.inputs.length && stops < stopsLeft; k++) {
    let outcome: Outcome | undefined;
    if (!session) {
      session = await openSession(job, stops ? job.fuel * SECOND_CHANCE : job.fuel);
      const loading = session.load(transpiled.code);
      if ("refused" in loading) {
        closeSession(session);
        return say({ id, refused: explain(loading.refused) });
      }
      say({ id, loaded: true });
      if ("stopped" in loading) outcome = loading;
    }
    if (prompt || performance.now() - sentAt > TOGETHER_MS) send();
    outcome ??= session.run(job.inputs[k]);
    fuelUsed = Math.max(fuelUsed, session.fuelUsed);
    say({ id, case: k, outcome });
    if (!session.healthy) {
      stops += session.costly ? stopsLeft : 1;
      closeSession(session);
      session = undefined;
    }
  }
  const printed = session?.printed() ?? "";
  if (session) closeSession(session);
  say({ id, end: { fuelUsed, printed } });
}

for await (const line of createInterface({ input: process.stdin })) {
  await run(JSON.parse(line) as Request);
  send();
}
