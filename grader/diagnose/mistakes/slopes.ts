/** @file The slope of an activation is another number: left out, asked at the wrong place, another function's. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";
import { ACTIVATIONS, type Numbers, type Site, slopeOf, type WrongSlope } from "./site.ts";
import { wrongSlopes } from "./wrong-slopes.ts";

const siteOf = (node: Any, x: Numbers, y: Numbers, g: Numbers): Site => ({
  x,
  y,
  g,
  node,
  slope: slopeOf(node.step!, x, y),
  slopeOf: (at) => slopeOf(node.step!, at),
});
/** The slope of an activation at every entry. */
export const slopeAt = (node: Any): Numbers => slopeOf(node.step!, node.step!.args[0]!.data, node.data);

/** What these nodes hand back with another slope. */
export const withSlope = (graph: Graph, nodes: readonly Any[], slope: (site: Site) => Numbers) =>
  departing(graph, {
    piece: (node, _i, g) => {
      if (!nodes.includes(node)) return undefined;
      const wrong = slope(siteOf(node, node.step!.args[0]!.data, node.data, g));
      return g.map((gk, k) => gk * wrong[k % wrong.length]!);
    },
  });

/** "going back through h1 = tanh(z1)" */
export const through = (graph: Graph, node: Any) => {
  const [arg] = node.step!.args;
  const formula = `${graph.op(node)}(${graph.label(arg!)})`;
  const name = graph.name(node);
  return `going back through ${name ? `${name} = ${formula}` : formula}`;
};

export const slopes: Family = function* (graph) {
  const sites = graph.tape.filter((node) => node.step?.op.entrywise);
  const activations = sites.filter((node) => ACTIVATIONS.includes(graph.op(node)!));
  const groups = new Map<string, readonly Any[]>();
  if (new Set(activations.map((node) => graph.op(node))).size > 1) groups.set("activation", activations);
  for (const op of new Set(activations.map((node) => graph.op(node)!))) {
    const same = activations.filter((node) => graph.op(node) === op);
    if (same.length > 1) groups.set(op, same);
  }
  for (const [name, nodes] of groups)
    for (const rule of rulesFor(nodes, graph))
      yield mistake(graph, nodes, rule, `every ${name}`, `going back through every ${name}`);
  for (const node of sites)
    for (const rule of rulesFor([node], graph))
      yield mistake(graph, [node], rule, graph.key(node), through(graph, node));
};

const rulesFor = (nodes: readonly Any[], graph: Graph): readonly WrongSlope[] =>
  wrongSlopes([...new Set(nodes.map((node) => graph.op(node)!))]);

const mistake = (
  graph: Graph,
  nodes: readonly Any[],
  { id, say, slope }: WrongSlope,
  key: string,
  where: string,
): Mistake => ({
  key: `slope ${key}: ${say}`,
  id,
  where: nodes.map((node) => graph.label(node)).join(", "),
  say: `${where}, ${say}`,
  ...(nodes.length === 1 && { at: nodes[0]! }),
  ...withSlope(graph, nodes, slope),
});
