/** @file What arrives at one node is handed to one further back as it is: in place of what belongs there, or added to it. */
import type { Any } from "../../model/node.ts";
import type { Departure } from "../graph.ts";
import { departing, type Family } from "../mistake.ts";
import { between, lostIn } from "./between.ts";

type Numbers = readonly number[];

export const passed: Family = function* (graph) {
  const reaching = graph.tape.filter((node) => graph.reaches(node));
  for (const node of reaching)
    for (const found of reaching) {
      if (found.id <= node.id || found.shape.join() !== node.shape.join()) continue;
      const nodes = between(graph, node, found);
      if (nodes.length < 2) continue;
      const [from, to] = [graph.label(found), graph.label(node)];
      yield {
        key: `passed ${graph.key(found)} ${graph.key(node)}`,
        id: lostIn(graph, nodes),
        where: to,
        at: node,
        say: `what arrives at ${from} is handed to ${to} as it is: the slopes between them are left out`,
        ...departing(
          graph,
          carried(found, node, (_g, arrived) => arrived),
        ),
      };
      yield {
        key: `leaked ${graph.key(found)} ${graph.key(node)}`,
        id: "double-counted-path",
        where: to,
        at: node,
        say: `what arrives at ${from} is added once more at ${to}: nothing is to be carried from one step to the next but the product`,
        ...departing(
          graph,
          carried(found, node, (g, arrived) => g.map((x, k) => x + arrived[k]!)),
        ),
      };
    }
};

/** What arrives at one node changes what goes on from another, further back. */
function carried(found: Any, node: Any, of: (g: Numbers, arrived: Numbers) => Numbers): Departure {
  let arrived: Numbers | undefined;
  return {
    handOn: (at, g) => {
      if (at === found) arrived = g;
      return at === node && arrived ? of(g, arrived) : g;
    },
  };
}
