// exercise: 08-training/minibatches
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const keyed = Array.from({ length: n }, (_, index) => ({ index, key: rng() })).sort(
    (a, b) => a.key - b.key,
  );
  return Array.from({ length: Math.ceil(n / batchSize) }, (_, k) =>
    keyed.slice(k * batchSize, (k + 1) * batchSize).map(({ index }) => index),
  );
}
