/** @file A computation graph in the dot language: in each node the value above its name and the gradient below. */
import { colours } from "./colours.ts";
import { escaped } from "./escape.ts";
import { type GraphNode, nameOf, shown } from "./graph-node.ts";

const inColour = (name: keyof typeof colours, text: string) =>
  `<FONT COLOR="${colours[name]}">${escaped(text)}</FONT>`;
const value = (text: string) => inColour("blue", text);
const gradient = (text: string) => inColour("vermilion", text);
const localSlope = (text: string) => inColour("purple", text);

const quoted = (id: string | number) => JSON.stringify(`${id}`);

function nodeLine(node: GraphNode, digits: number): string {
  const rows = [
    node.data === undefined ? " " : value(shown(node.data, digits)),
    `<B>${escaped(nameOf(node))}</B>`,
    node.grad === undefined ? " " : gradient(shown(node.grad, digits)),
  ];
  // The spaces keep digits off the border where the reader's font is wider than the one laid out with.
  const cells = rows.map((row) => `<TR><TD> ${row} </TD></TR>`).join("");
  const fill = node.parents.length ? "#f4f4f4" : "white";
  const table = `<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" STYLE="ROUNDED" COLOR="${colours.grey}" BGCOLOR="${fill}">${cells}</TABLE>`;
  return `${quoted(node.id)} [label=<${table}>]`;
}

function edgeLines(node: GraphNode, isInput: (id: string | number) => boolean, digits: number): string[] {
  return node.parents.map((parent, i) => {
    const slope = node.slopes?.[i];
    const label = slope === undefined ? "" : `label=<${localSlope(` ${shown(slope, digits)} `)}>, `;
    return `${quoted(parent)} -> ${quoted(node.id)} [${label}weight=${isInput(parent) ? 1 : 20}]`; // computed nodes in one line
  });
}

/** What the three colours mean, as far as the picture uses them. */
function legend(nodes: readonly GraphNode[]): string {
  const words = [value("above: value")];
  if (nodes.some((node) => node.grad !== undefined)) words.push(gradient("below: gradient"));
  if (nodes.some((node) => node.slopes?.length)) words.push(localSlope("on the arrows: local slope"));
  return `<${words.join("   ")}>`;
}

/** The graph from left to right, inputs first, in the order given. */
export function dotOf(nodes: readonly GraphNode[], digits: number): string {
  const inputs = new Set(nodes.filter((node) => node.parents.length === 0).map((node) => node.id));
  return [
    "digraph {",
    'graph [rankdir=LR, bgcolor=white, nodesep=0.12, ranksep=0.3, pad=0.1, fontname="Helvetica", fontsize=11]',
    `graph [labelloc=b, labeljust=l, label=${legend(nodes)}]`,
    'node [shape=plain, fontname="Helvetica", fontsize=12]',
    `edge [fontname="Helvetica", fontsize=11, color="${colours.grey}", arrowsize=0.6]`,
    ...nodes.map((node) => nodeLine(node, digits)),
    ...nodes.flatMap((node) => edgeLines(node, (id) => inputs.has(id), digits)),
    "}",
  ].join("\n");
}
