// exercise: 08-training/minibatches
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const hat = Array.from({ length: n }, (_, i) => i);
  const batches: number[][] = [];
  while (hat.length > 0) {
    const [index] = hat.splice(Math.floor(rng() * hat.length), 1);
    const last = batches[batches.length - 1];
    if (last && last.length < batchSize) last.push(index);
    else batches.push([index]);
  }
  return batches;
}
