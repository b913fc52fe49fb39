/** @file What lies between a quantity and one that is computed from it: which slip leaves that out on the way back. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { ACTIVATIONS } from "./site.ts";

/** The nodes on the ways from `node` to `found`, the latter among them; empty if there is none. */
export function between(graph: Graph, node: Any, found: Any): Any[] {
  const [reached, leading] = [new Set<Any>([node]), new Set<Any>([found])];
  for (const at of graph.tape.slice(node.id + 1, found.id + 1))
    if (at.step?.args.some((arg) => reached.has(arg))) reached.add(at);
  if (!reached.has(found)) return [];
  for (const at of graph.tape.slice(node.id, found.id + 1).reverse())
    if (leading.has(at)) for (const arg of at.step?.args ?? []) leading.add(arg);
  return graph.tape.slice(node.id + 1, found.id + 1).filter((at) => reached.has(at) && leading.has(at));
}

/** The class of a mistake that hands what arrives behind these nodes to the quantity before them. */
export function lostIn(graph: Graph, nodes: readonly Any[]): string {
  const ops = nodes.map((node) => graph.op(node)!);
  const [activation, product] = [
    ops.some((op) => ACTIVATIONS.includes(op)),
    ops.some((op) => ["mul", "div", "matmul"].includes(op)),
  ];
  if (activation) return product ? "skipped-layer" : "missing-act-deriv";
  if (product) return "missing-factor";
  return "missing-inner-deriv";
}
