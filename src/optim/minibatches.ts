/** @file Minibatches: an epoch in pieces. */
import { permutation, type Rng } from "../data/random.ts";

/** The indices 0..n−1 once each, in random order, in batches; the last may be shorter. Draw anew for each epoch. */
export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const order = permutation(n, rng);
  return Array.from({ length: Math.ceil(n / batchSize) }, (_, i) =>
    order.slice(i * batchSize, (i + 1) * batchSize),
  );
}
