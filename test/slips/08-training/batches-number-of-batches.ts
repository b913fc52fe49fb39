// exercise: 08-training/minibatches
// slip: unnamed
import type { Rng } from "gradbook";

export function minibatches(n: number, batchSize: number, rng: Rng): number[][] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const size = Math.ceil(n / batchSize);
  return Array.from({ length: batchSize }, (_, k) => order.slice(k * size, (k + 1) * size));
}
