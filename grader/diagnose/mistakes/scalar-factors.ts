/** @file Right numbers times an input of the exercise that is one number, or divided by it; a mean divided by a sum. */
import type { Graph } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";
import { type Change, mistakeOf, partsOf } from "./change.ts";
import { dividedBy } from "./divisors.ts";
import { isMean } from "./ratios.ts";

export const scalarFactors: Family = function* (graph) {
  const parts = partsOf(graph);
  const changes = changesIn(graph);
  for (const part of parts.length > 1 ? [undefined, ...parts] : parts)
    for (const change of changes) yield mistakeOf(graph, part, change);
  yield* sumsAsDivisors(graph);
};

const changesIn = (graph: Graph): Change[] =>
  graph.tape
    .filter((node) => !node.step && node.shape.length === 0 && graph.name(node))
    .flatMap((scalar): Change[] => {
      const [label, c] = [graph.label(scalar), scalar.data[0]!];
      return [
        {
          id: "extra-factor",
          say: `multiplied by ${label} once too often`,
          of: (numbers) => numbers.map((x) => c * x),
        },
        {
          id: "missing-factor",
          say: `divided by ${label}, or not multiplied by it where they should be`,
          of: (numbers) => numbers.map((x) => x / c),
        },
      ];
    });

function* sumsAsDivisors(graph: Graph): Generator<Mistake> {
  const leaves = graph.tape.filter((node) => !node.step && node.data.length > 1 && graph.name(node));
  for (const mean of graph.tape.filter((node) => isMean(graph, node)))
    for (const leaf of leaves) {
      yield {
        ...dividedBy(graph, mean, {
          key: `sum as divisor ${graph.key(mean)} ${graph.key(leaf)}`,
          say: `the sum of ${graph.label(leaf)}; the number of examples belongs there`,
          n: leaf.data.reduce((a, b) => a + b, 0),
        }),
        at: mean,
      };
    }
}
