/** @file The local runner: as many cells as cores, each with one student's jobs at a time. */
import { existsSync } from "node:fs";
import { InfrastructureError, type Job, type OnReply, type Runner } from "../runner.ts";
import { Cell } from "./cell.ts";
import { CELL_FILE, commandOf, cores } from "./command.ts";

export interface PoolOptions {
  /** Default: one a core. */
  readonly cells?: number;
  /** 2: refuse to run without bubblewrap; 1: any level will do. */
  readonly requireLevel?: 1 | 2;
  /** false: do not try bubblewrap. */
  readonly bubblewrap?: boolean;
}

/** The first cell at the highest level that passes its honest job: the only test of bubblewrap that proves something. */
async function firstCell({ requireLevel = 1, bubblewrap = true }: PoolOptions) {
  const wrapped = bubblewrap ? commandOf(2) : undefined;
  if (wrapped) {
    const cell = new Cell(wrapped);
    try {
      await cell.start();
      return { cell, command: wrapped, level: 2 as const };
    } catch (error) {
      if (requireLevel === 2) throw error;
    }
  }
  if (requireLevel === 2)
    throw new InfrastructureError(
      "level 2 needs bubblewrap, on Linux (Debian: apt-get install bubblewrap); it is not there",
    );
  const command = commandOf(1);
  const cell = new Cell(command);
  await cell.start();
  return { cell, command, level: 1 as const };
}

/** Groups neighbours: consecutive jobs of one student stay together, and so on one cell. */
async function* byStudent(jobs: Iterable<Job> | AsyncIterable<Job>): AsyncGenerator<Job[]> {
  let batch: Job[] = [];
  for await (const job of jobs) {
    if (batch[0] && batch[0].student !== job.student) {
      yield batch;
      batch = [];
    }
    batch.push(job);
  }
  if (batch.length) yield batch;
}

/**
 * @throws {InfrastructureError} if no cell can be had, or none of the level that is required
 */
export async function openPool(options: PoolOptions = {}): Promise<Runner> {
  if (!existsSync(CELL_FILE))
    throw new InfrastructureError(`${CELL_FILE} is missing: run "npm run build" first`);
  const { cell: first, command, level } = await firstCell(options);
  const cells = [first];
  while (cells.length < (options.cells ?? cores)) cells.push(new Cell(command));
  const closeAll = () => {
    for (const cell of cells) cell.close();
  };
  process.once("exit", closeAll);
  return {
    level,
    async run(jobs, onReply: OnReply) {
      const batches = byStudent(jobs);
      const work = async (cell: Cell) => {
        for await (const batch of batches)
          for (const job of batch)
            for (let next: Job | undefined = job; next; ) next = onReply(next, await cell.run(next));
      };
      try {
        await Promise.all(cells.map(work));
      } catch (error) {
        closeAll();
        throw error;
      }
    },
    async close() {
      process.off("exit", closeAll);
      closeAll();
    },
  };
}
