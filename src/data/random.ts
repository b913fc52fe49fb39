/** @file The seeded generators: the same seed, the same numbers, on every machine. Nothing else in the library draws. */

/** Uniform numbers in [0, 1). */
export type Rng = () => number;

/** A generator from a 32-bit seed (mulberry32, T. Ettinger, public domain). */
export function mulberry32(seed: number): Rng {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers from uniform ones (Box and Muller, 1958); 1 − u keeps the logarithm from 0. */
export const normal =
  (rng: Rng): Rng =>
  () =>
    Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());

/** 0..n−1 in random order (Fisher and Yates). */
export function permutation(n: number, rng: Rng): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
