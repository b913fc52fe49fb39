/** @file Forward mode in which an activation hands on its slope alone, not multiplied by the tangent that comes in. */
import type { Any } from "../../model/node.ts";
import type { Family } from "../mistake.ts";
import { ACTIVATIONS } from "./site.ts";
import { slopeAt } from "./slopes.ts";

export const forwardMode: Family = function* (graph) {
  const activations = graph.tape.filter(
    (node) => graph.reaches(node) && ACTIVATIONS.includes(graph.op(node)!),
  );
  if (!graph.loss || activations.length === 0) return;
  yield {
    key: "forward mode: slopes alone",
    id: "missing-factor",
    where: "every activation",
    say: "behind an activation stands its slope alone, whatever moves before it: the tangent that comes in must be multiplied by the slope",
    answer: () => {
      // What moves before an activation no longer counts; the activation itself always seems to move.
      const arrived = new Map<Any, readonly number[]>();
      const direct = graph.departing({
        handOn: (node, g) => {
          if (activations.includes(node)) arrived.set(node, g);
          return g;
        },
        piece: (node) => (activations.includes(node) ? node.step!.args[0]!.data.map(() => 0) : undefined),
      });
      let moved = 0;
      for (const [node, g] of arrived)
        for (const [k, slope] of slopeAt(node).entries()) moved += g[k]! * slope;
      return direct.map((slot) => slot.map((x) => x + moved));
    },
  };
};
