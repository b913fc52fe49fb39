/** @file Computation graphs as pictures, laid out by Graphviz (WebAssembly), which is loaded for the first of them. */
import { createRequire } from "node:module";
import type { Viz } from "@viz-js/viz";
import { dotOf, type GraphNode, nameOf, rounded } from "./graph-dot.ts";
import { show } from "./show.ts";

export interface GraphOptions {
  /** Significant digits of every number; default 5. */
  readonly digits?: number;
}

const require = createRequire(import.meta.url);
let viz: Promise<Viz> | undefined;

/**
 * Draws a computation graph without showing it: for `strip` and `show`.
 *
 * @param nodes in the order of computation; a node's value stands above its name, its gradient below
 * @returns the text of one SVG; the same graph gives the same text
 */
export async function graphPicture(
  nodes: readonly GraphNode[],
  { digits = 5 }: GraphOptions = {},
): Promise<string> {
  viz ??= (require("@viz-js/viz") as typeof import("@viz-js/viz")).instance();
  const svg = (await viz).renderString(dotOf(nodes, digits), { format: "svg" });
  return svg.slice(svg.indexOf("<svg")).replace(/<title>[^<]*<\/title>\n?/g, "");
}

/** Draws a computation graph and shows it under the cell: `await drawGraph(…)`. */
export async function drawGraph(nodes: readonly GraphNode[], options: GraphOptions = {}): Promise<void> {
  show(await graphPicture(nodes, options), inWords(nodes, options));
}

/** The graph for a reader who cannot see it. */
function inWords(nodes: readonly GraphNode[], { digits = 5 }: GraphOptions): string {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const sentences = nodes.map((node) => {
    const from = node.parents.map((id) => names.get(id)).join(" and ");
    const gradient = node.grad === undefined ? "" : `, gradient ${rounded(node.grad, digits)}`;
    return `${nameOf(node)}${from && ` from ${from}`}: ${rounded(node.data, digits)}${gradient}`;
  });
  return `Computation graph. ${sentences.join("; ")}.`;
}
