/**
 * @file A race: all contenders in one process, in turns whose order rotates, garbage collected between the turns.
 *
 * Time is what the main thread spent on a CPU (Linux tells), so that other processes do not count; elsewhere it is wall
 * time. A ratio is that of the medians over all rounds.
 */
import { openSync, readSync } from "node:fs";

const ROUNDS = 9;
const SLICE_MS = 120;
const WARM_MS = 600;

export interface Contender {
  readonly name: string;
  /** One unit of work. */
  readonly run: () => void;
}

/** Median milliseconds of one run, by name. */
export function race(contenders: readonly Contender[]): Map<string, number> {
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
  return new Map(lanes.map(({ name, times }) => [name, median(times)]));
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

/** Prints by how many times `slow` takes longer than `fast`, for run.ts to read. */
export function report(times: ReadonlyMap<string, number>, slow: string, fast: string): void {
  console.log(
    JSON.stringify({ ratio: times.get(slow)! / times.get(fast)!, times: Object.fromEntries(times) }),
  );
}

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
