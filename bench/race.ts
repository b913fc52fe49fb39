/**
 * @file A race: all contenders in one process, in turns whose order rotates, garbage collected between the turns.
 *
 * Time is what the main thread spent on a CPU (Linux tells), so that other processes do not count; elsewhere it is wall
 * time. A ratio is the median of the ratios within each round: what disturbs a round disturbs all of its contenders.
 */
import { openSync, readSync } from "node:fs";

const ROUNDS = 15;
const SLICE_MS = 80;
const WARM_MS = 600;

export interface Contender {
  readonly name: string;
  /** One unit of work. */
  readonly run: () => void;
}

/** Milliseconds of one run, a number for each round, by name. */
type Times = ReadonlyMap<string, readonly number[]>;

export function race(contenders: readonly Contender[]): Times {
  const lanes = contenders.map(({ name, run }) => {
    const once = warm(run);
    return { name, run, times: [] as number[], turns: Math.max(1, Math.round(SLICE_MS / once)) };
  });
  for (let round = 0; round < ROUNDS; round++)
    for (let i = 0; i < lanes.length; i++) {
      const lane = lanes[(i + round) % lanes.length]!;
      globalThis.gc?.();
      const start = cpuMs();
      for (let turn = 0; turn < lane.turns; turn++) lane.run();
      lane.times.push((cpuMs() - start) / lane.turns);
    }
  return new Map(lanes.map(({ name, times }) => [name, times]));
}

/** Runs until the compiler has settled; the shortest time of one run, which nobody else interrupted. */
function warm(run: () => void): number {
  const end = performance.now() + WARM_MS;
  let shortest = Number.POSITIVE_INFINITY;
  do {
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  } while (performance.now() < end);
  return Math.max(shortest, 1e-4);
}

/** Prints by how many times `slow` takes longer than `fast`, for run.ts to read; `fast` makes `share` of slow's work. */
export function report(times: Times, slow: string, fast: string, share = 1): void {
  const rounds = times.get(slow)!.map((time, round) => (time / times.get(fast)![round]!) * share);
  const medians = [...times].map(([name, each]) => [name, median(each)]);
  console.log(JSON.stringify({ ratio: median(rounds), times: Object.fromEntries(medians) }));
}

/** Prints why there is nothing to report. */
export const skip = (why: string): void => console.log(JSON.stringify({ skipped: why }));

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function cpuClock(): () => number {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, "r");
    const buffer = Buffer.alloc(64);
    return () => Number.parseInt(buffer.toString("latin1", 0, readSync(file, buffer, 0, 64, 0)), 10) / 1e6;
  } catch {
    return () => performance.now();
  }
}
export const cpuMs = cpuClock();
