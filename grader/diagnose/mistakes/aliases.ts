/** @file A sum hands one and the same gradient object to both of its terms: what is added to one of them lands in the other. */
import type { Any } from "../../model/node.ts";
import { departing, type Family } from "../mistake.ts";

export const aliases: Family = function* (graph) {
  for (const sum of graph.tape) {
    if (graph.op(sum) !== "add") continue;
    const [a, b] = sum.step!.args as [Any, Any];
    for (const [grown, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (grown === other || other.id > grown.id || graph.uses[grown.id]!.length < 2) continue;
      if (!graph.reaches(other) || grown.data.length !== other.data.length) continue;
      let handed: readonly number[] = [];
      let arrived: readonly number[] = [];
      yield {
        key: `alias ${graph.key(sum)} ${graph.key(grown)}`,
        id: "aliased-gradient",
        where: graph.label(sum),
        at: other,
        say: `${graph.label(grown)} and ${graph.label(other)} share one gradient behind ${graph.label(sum)}: what is added to the one lands in the other too, so each needs its own`,
        ...departing(graph, {
          handOn: (here, g) => {
            if (here === sum) handed = g;
            if (here === grown) arrived = g;
            return here === other ? g.map((x, k) => x + (arrived[k] ?? 0) - (handed[k] ?? 0)) : g;
          },
        }),
      };
    }
  }
};
