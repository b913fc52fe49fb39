/** @file What can be drawn as a computation graph, and how much of it. */
import { graph } from "../scalar/graph.ts";
import { Value } from "../scalar/value.ts";
import { tensorGraph } from "../tensor/graph.ts";
import { Tensor } from "../tensor/tensor.ts";
import { foldEarlier, foldUnnamed } from "./graph-fold.ts";
import type { GraphNode } from "./graph-node.ts";

/** What can be drawn: a result with all it was computed from, or nodes in the order of computation. */
export type Drawable = Value | Tensor | readonly GraphNode[];
export interface GraphOptions {
  /** Whether the arrows carry the local slopes, where they are known; default true. */
  readonly slopes?: boolean;
  /** Only the numbers that have a name; what lies between two of them becomes one arrow. */
  readonly named?: boolean;
  /** Significant digits of every number; default 5. */
  readonly digits?: number;
  /** How many steps are drawn at most, the last ones; a node says how much was folded before them. Default 40. */
  readonly most?: number;
}

/** The nodes of a drawing, in the order of computation. */
export function nodesOf(
  of: Drawable,
  { slopes = true, named = false, most = 40 }: GraphOptions,
): readonly GraphNode[] {
  const all: readonly GraphNode[] =
    of instanceof Value ? graph(of) : of instanceof Tensor ? tensorGraph(of) : of;
  const nodes = foldEarlier(named ? foldUnnamed(all) : all, most);
  return slopes ? nodes : nodes.map((node) => ({ ...node, slopes: undefined }));
}
