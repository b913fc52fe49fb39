/** @file Parameters that were updated before the gradient went through them. */
import type { Family } from "../mistake.ts";
import { type Factor, factorsIn, handed } from "./products.ts";

/** Learning rates that are usual in exercises. */
export const RATES = [0.1, 0.01, 1, 0.5, 0.05, 0.001, 0.2, 0.3];

export const stale: Family = function* (graph) {
  const all = factorsIn(graph);
  const through = all.filter(({ own, other }) => !other.step && graph.asked.has(other) && own.step);
  const groups: readonly (readonly Factor[])[] =
    through.length > 1 ? [through, ...through.map((each) => [each])] : [through];
  for (const group of groups.filter((each) => each.length))
    for (const rate of RATES) {
      const names = group.map(({ other }) => graph.label(other)).join(", ");
      yield {
        key: `stale ${names} ${rate}`,
        id: "stale-param",
        where: names,
        say: `${names}: updated already (with a learning rate of ${rate}) when the gradient goes back through; take the old value first`,
        answer: () =>
          graph.departing({
            piece: (node, i, g) => {
              const factor = group.find(({ product, i: k }) => product === node && k === i);
              const weight =
                factor && all.find(({ product, own }) => product === node && own === factor.other);
              if (!factor || !weight) return undefined;
              const step = handed(weight, g, factor.own.data);
              return handed(
                factor,
                g,
                factor.other.data.map((w, k) => w - rate * step[k]!),
              );
            },
          }),
      };
    }
};
