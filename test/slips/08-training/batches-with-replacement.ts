// exercise: 08-training/minibatches
// slip: unnamed
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const order = Array.from({ length: n }, () => Math.floor(rng() * n));
  const batches: number[][] = [];
  for (let start = 0; start < n; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
