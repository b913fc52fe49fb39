/** @file Sizes for a batch of examples. */
import type { Draw } from "../../grader/draw.ts";

/** At least 3 examples, so that a lost 1/n cannot hide; all sizes different, so that a transpose cannot. */
export function batch(d: Draw, others: number): { n: number; sizes: number[] } {
  const [a = 3, ...sizes] = d.sizes(others + 1);
  if (a > 2) return { n: a, sizes };
  const [b = 3, ...rest] = sizes;
  return { n: b, sizes: [a, ...rest] };
}
