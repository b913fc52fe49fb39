/** @file One parameter is updated before the gradient of another is computed: that one sees the new value. */
import type { Answer } from "../graph.ts";
import type { Family } from "../mistake.ts";
import { RATES } from "./stale.ts";

export const updated: Family = function* (graph) {
  const { loss, slots } = graph;
  if (!loss || slots.length < 2) return;
  for (const [s, { node, name, asks }] of slots.entries()) {
    if (asks.what !== "gradient" || node.step) continue;
    for (const rate of RATES) {
      const after = (): Answer =>
        graph.computing([[node, node.data.map((x, k) => x - rate * graph.right[s]![k]!)]]);
      const made = (which: string, changes: (other: number) => boolean) => ({
        key: `updated ${name} ${rate} ${which}`,
        id: "stale-param",
        where: name,
        say: `the gradient of ${which} is computed after ${graph.label(node)} was updated (with a learning rate of ${rate}): compute all gradients first`,
        answer: () => {
          const moved = after();
          return graph.right.map((slot, other) => (changes(other) ? moved[other]! : slot));
        },
      });
      yield made("the other quantities", (other) => other !== s);
      if (slots.length > 2)
        for (const [one, { name: which }] of slots.entries())
          if (one !== s) yield made(which, (other) => other === one);
    }
  }
};
