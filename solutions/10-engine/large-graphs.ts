/** @file 10.4 Large graphs, used again and again. */
import { Value } from "./value.ts";

export const leaf = (data: number): Value => new Value(data);

// Leaves collect over calls of backward, which is what a batch wants; somebody has to say when a new sum begins.
// The backward of 10.1 needs no change: it walks with two lists instead of calling itself, and meets each node once.
export function zeroGrad(leaves: Value[]): void {
  for (const each of leaves) each.grad = 0;
}
