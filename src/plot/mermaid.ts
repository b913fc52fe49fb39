/** @file Computation graphs as Mermaid text: for Markdown, where no picture can be made. */
import { type Drawable, type GraphOptions, nodesOf } from "./drawable.ts";
import { type GraphNode, nameOf, shown } from "./graph-node.ts";

/**
 * A computation graph as the text of a Mermaid flowchart: name, value and gradient in each node, local slopes on the
 * arrows.
 *
 * @returns text for a "mermaid" fence in Markdown; the same graph gives the same text
 */
export function mermaid(of: Drawable, options: GraphOptions = {}): string {
  const nodes = nodesOf(of, options);
  const digits = options.digits ?? 5;
  const places = new Map(nodes.map((node, i) => [node.id, `n${i}`]));
  const arrows = nodes.flatMap((node) =>
    node.parents.map((parent, i) => {
      const slope = node.slopes?.[i];
      return `  ${places.get(parent)} -->${slope === undefined ? "" : `|${quoted(shown(slope, digits))}|`} ${places.get(node.id)}`;
    }),
  );
  return [
    "flowchart LR",
    ...nodes.map((node) => `  ${places.get(node.id)}${box(node, digits)}`),
    ...arrows,
  ].join("\n");
}

/** Inputs are round, computed numbers are not. */
function box(node: GraphNode, digits: number): string {
  const lines = [escaped(nameOf(node))];
  if (node.data !== undefined) lines.push(`value ${shown(node.data, digits)}`);
  if (node.grad !== undefined) lines.push(`gradient ${shown(node.grad, digits)}`);
  const text = `"${lines.join("<br>")}"`;
  return node.parents.length ? `[${text}]` : `([${text}])`;
}

const quoted = (text: string) => `"${text}"`;
/** Mermaid's entities: # and the number of the character. */
const escaped = (text: string) =>
  text.replace(/[^\p{L}\p{N} .,()+−×÷σ/^_-]/gu, (c) => `#${c.codePointAt(0)};`);
