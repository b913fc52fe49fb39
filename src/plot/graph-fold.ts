/** @file Smaller graphs: of the named numbers only, or of the last steps with one node for everything before. */
import type { GraphNode } from "./graph-node.ts";

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

/**
 * Keeps the last steps and the inputs that they take at once; one node stands for everything before, and says how much
 * that is.
 *
 * @param most how many steps are kept at most; at least 1
 */
export function foldEarlier(nodes: readonly GraphNode[], most: number): readonly GraphNode[] {
  const computed = nodes.filter((node) => node.parents.length > 0);
  if (computed.length <= most) return nodes;
  const last = new Set(computed.slice(-most));
  const taken = new Set([...last].flatMap((node) => node.parents));
  const kept = nodes.filter((node) => last.has(node) || (node.parents.length === 0 && taken.has(node.id)));
  const ids = new Set(kept.map((node) => node.id));
  const earlier: GraphNode = {
    id: "earlier",
    label: `${(nodes.length - kept.length).toLocaleString("en")} earlier numbers, folded`,
    parents: [],
  };
  return [earlier, ...kept.map((node) => joined(node, ids, earlier.id))];
}

/** The node with one arrow, without a slope, from what was folded in place of those from its lost parents. */
function joined(node: GraphNode, kept: ReadonlySet<Id>, earlier: Id): GraphNode {
  const arrows = node.parents.map((parent, i) => ({ parent, slope: node.slopes?.[i] }));
  const open = arrows.filter(({ parent }) => kept.has(parent));
  if (open.length === arrows.length) return node;
  return {
    ...node,
    parents: [...open.map(({ parent }) => parent), earlier],
    slopes: node.slopes && [...open.map(({ slope }) => slope), undefined],
  };
}
