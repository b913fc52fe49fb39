// exercise: 08-training/minibatches
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const order: number[] = [];
  for (let i = 0; i < n; i++) {
    const j = Math.floor(rng() * (i + 1));
    order.push(order[j] ?? i);
    order[j] = i;
  }
  const batches: number[][] = [];
  for (let start = 0; start < n; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
