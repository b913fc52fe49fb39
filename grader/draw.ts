/** @file The seeded generator that draws inputs: the same seed, the same inputs, on every machine. */
import { mulberry32 } from "../src/data/random.ts";

export interface Draw {
  /** Uniform in [low, high); default [−1, 1). */
  real(low?: number, high?: number): number;
  /** Uniform among low..high, both included. */
  int(low: number, high: number): number;
  pick<const T>(from: readonly T[]): T;
  vec(length: number, low?: number, high?: number): number[];
  mat(rows: number, columns: number, low?: number, high?: number): number[][];
  /** `count` sizes from 2 to 6, pairwise different: equal sizes hide transposes. */
  sizes(count: number): number[];
}

export function draw(seed: number): Draw {
  const uniform = mulberry32(seed);
  const real = (low = -1, high = 1) => low + (high - low) * uniform();
  const int = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const vec = (length: number, low?: number, high?: number) => Array.from({ length }, () => real(low, high));
  const shuffled = (numbers: readonly number[]) =>
    numbers
      .map((n) => ({ n, at: uniform() }))
      .sort((a, b) => a.at - b.at)
      .map(({ n }) => n);
  return {
    real,
    int,
    vec,
    pick: <const T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T,
    mat: (rows, columns, low, high) => Array.from({ length: rows }, () => vec(columns, low, high)),
    sizes: (count) => shuffled([2, 3, 4, 5, 6]).slice(0, count),
  };
}
