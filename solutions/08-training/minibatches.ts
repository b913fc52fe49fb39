/** @file 8.1 One epoch in batches. */
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  // Fisher and Yates: from the back, each place takes one of the indices that have no place yet, itself included.
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1)); // i + 1 and not n: otherwise some orders come up more often
    [order[i], order[j]] = [order[j], order[i]];
  }

  const batches: number[][] = [];
  for (let start = 0; start < n; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
