/**
 * @file How far correct programs may differ by rounding alone: the worst of 12 runs in which every operation may err
 * by one unit in the last place. Computed only when an answer is not equal to 12 digits, which most right ones are.
 */
import { InfrastructureError } from "../runner.ts";
import { type Departure, forward, sweep, type Values } from "./evaluate.ts";
import { jittered } from "./field.ts";
import type { Any } from "./node.ts";

const RUNS = 12;

/** For each entry of a node, the worst deviation from its exact numbers. */
export type Spread = (node: Any, exact: readonly number[]) => readonly number[];

export class Rounding {
  readonly #tape: readonly Any[];
  #forward: readonly Values<number>[] | undefined;

  constructor(tape: readonly Any[]) {
    this.#tape = tape;
  }

  get #runs(): readonly Values<number>[] {
    this.#forward ??= Array.from({ length: RUNS }, (_, k) => forward(jittered(k), this.#tape));
    return this.#forward;
  }

  readonly ofValues: Spread = (node, exact) =>
    worst(
      exact,
      this.#runs.map((values) => values[node.id]),
    );

  /** Of a reverse sweep from entry i of `of`. */
  ofSweep(of: Any, seed: readonly number[], departure?: Departure<number>): Spread {
    let runs: readonly (readonly (readonly number[] | undefined)[])[] | undefined;
    return (node, exact) => {
      runs ??= this.#runs.map((values, k) => sweep(jittered(RUNS + k), values, of, seed, departure));
      return worst(
        exact,
        runs.map((arrived) => arrived[node.id]),
      );
    };
  }
}

/** What never arrives is 0 in every run. */
function worst(
  exact: readonly number[],
  runs: readonly (readonly number[] | undefined)[],
): readonly number[] {
  return exact.map((x, i) => {
    const spread = runs.reduce((most, run) => Math.max(most, Math.abs((run?.[i] ?? 0) - x)), 0);
    if (!Number.isFinite(spread))
      throw new InfrastructureError(`the model gives ${x}, give or take ${spread}`);
    return spread;
  });
}
