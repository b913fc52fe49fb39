/** @file A graph of its named numbers only: the steps between them become one arrow, with the product of their slopes. */
import type { GraphNode } from "./graph-dot.ts";

type Id = GraphNode["id"];

/**
 * Leaves out every node without a name. A named node is then joined to each named number it depends on; the slope is
 * the sum over all ways between the two, of the product along the way: the chain rule.
 */
export function foldUnnamed(nodes: readonly GraphNode[]): GraphNode[] {
  const waysTo = new Map<Id, ReadonlyMap<Id, number>>();
  const named: GraphNode[] = [];
  for (const node of nodes) {
    const slopes = new Map<Id, number>();
    node.parents.forEach((parent, i) => {
      for (const [id, slope] of waysTo.get(parent) ?? [])
        slopes.set(id, (slopes.get(id) ?? 0) + slope * (node.slopes?.[i] ?? Number.NaN));
    });
    waysTo.set(node.id, node.label === undefined ? slopes : new Map([[node.id, 1]]));
    if (node.label === undefined) continue;
    const folded = node.parents.some((parent) => !waysTo.get(parent)?.has(parent));
    named.push({
      ...node,
      op: folded ? undefined : node.op,
      parents: [...slopes.keys()],
      slopes: [...slopes.values()],
    });
  }
  return named;
}
