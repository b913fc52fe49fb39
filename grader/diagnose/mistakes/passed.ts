/** @file What arrives at one node is handed to one further back as it is: what lies between them is left out. */
import type { Any } from "../../model/node.ts";
import type { Family } from "../mistake.ts";
import { departing } from "../mistake.ts";
import { between, lostIn } from "./between.ts";

export const passed: Family = function* (graph) {
  const reaching = graph.tape.filter((node) => graph.reaches(node));
  for (const node of reaching)
    for (const found of reaching) {
      if (found.id <= node.id || found.shape.join() !== node.shape.join()) continue;
      const nodes = between(graph, node, found);
      if (nodes.length < 2) continue;
      let arrived: readonly number[] | undefined;
      yield {
        key: `passed ${graph.key(found)} ${graph.key(node)}`,
        id: lostIn(graph, nodes),
        where: graph.label(node),
        at: node,
        say: `what arrives at ${graph.label(found)} is handed to ${graph.label(node)} as it is: the slopes between them are left out`,
        ...departing(graph, {
          handOn: (at: Any, g) => {
            if (at === found) arrived = g;
            return at === node && arrived ? arrived : g;
          },
        }),
      };
    }
};
