/** @file A mean that divides by another number on the way back. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Mistake } from "../mistake.ts";

/** @param n the number that it divides by instead */
export const dividedBy = (
  graph: Graph,
  mean: Any,
  { key, say, n }: { readonly key: string; readonly say: string; readonly n: number },
): Mistake => ({
  key,
  id: "sum-vs-mean",
  where: graph.label(mean),
  say: `the mean divides by ${say}`,
  ...departing(graph, {
    piece: (at, i, g) => (at === mean && i === 0 ? g.map((x) => x / n) : undefined),
  }),
});
