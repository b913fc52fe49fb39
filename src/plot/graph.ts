/** @file Computation graphs as pictures, laid out by Graphviz (WebAssembly), which is loaded for the first of them. */
import { createRequire } from "node:module";
import type { Viz } from "@viz-js/viz";
import { type Drawable, type GraphOptions, nodesOf } from "./drawable.ts";
import { dotOf } from "./graph-dot.ts";
import { type GraphNode, nameOf, shown } from "./graph-node.ts";
import { show } from "./show.ts";

const require = createRequire(import.meta.url);
let viz: Promise<Viz> | undefined;

/**
 * Draws a computation graph without showing it: for `strip` and `show`. Each node has its value above its name and its
 * gradient below, once `backward()` has found it.
 *
 * @returns the text of one SVG; the same graph gives the same text
 */
export async function graphPicture(of: Drawable, options: GraphOptions = {}): Promise<string> {
  viz ??= (require("@viz-js/viz") as typeof import("@viz-js/viz")).instance();
  const svg = (await viz).renderString(dotOf(nodesOf(of, options), options.digits ?? 5), { format: "svg" });
  const picture = svg.slice(svg.indexOf("<svg")).replace(/<title>[^<]*<\/title>\n?/g, "");
  return picture.replace(/^<svg width="(\d+)pt" height="(\d+)pt"/, '<svg width="$1" height="$2"'); // as large as plots
}

/** Draws a computation graph and shows it under the cell: `await drawGraph(loss)`. */
export async function drawGraph(of: Drawable, options: GraphOptions = {}): Promise<void> {
  show(await graphPicture(of, options), inWords(nodesOf(of, options), options.digits ?? 5));
}

/** The graph for a reader who cannot see it. */
function inWords(nodes: readonly GraphNode[], digits: number): string {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const sentences = nodes.map((node) => {
    const from = node.parents.map((id) => names.get(id)).join(" and ");
    const gradient = node.grad === undefined ? "" : `, gradient ${shown(node.grad, digits)}`;
    const value = node.data === undefined ? "" : `: ${shown(node.data, digits)}`;
    return `${nameOf(node)}${from && ` from ${from}`}${value}${gradient}`;
  });
  return `Computation graph. ${sentences.join("; ")}.`;
}
