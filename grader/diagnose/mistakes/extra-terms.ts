/** @file Something is added to a gradient that does not belong there: a penalty nobody asked for, a value, another gradient. */
import type { Family } from "../mistake.ts";
import { partsOf } from "./change.ts";

const RATES = [1, -1, 2, -2, 0.5, 0.1, 0.01, 0.001, 1e-4];

export const extraTerms: Family = function* (graph) {
  if (!graph.loss) return;
  const single = partsOf(graph).length === 1;
  for (const [s, { node, name, asks }] of graph.slots.entries()) {
    if (asks.what !== "gradient") continue;
    const terms = graph.tape.filter(
      (found) =>
        (graph.name(found) || found === node) &&
        (found.shape.join() === node.shape.join() || found.data.length === 1),
    );
    for (const found of terms)
      for (const rate of RATES)
        for (const what of ["value", "gradient"] as const) {
          const own = found === node;
          if ((what === "gradient" || !own) && Math.abs(rate) !== 1) continue;
          if (what === "gradient" && (single || !graph.reaches(found))) continue;
          const numbers = () => (what === "value" ? found.data : graph.gradient(found));
          const term =
            found === graph.loss && what === "gradient" ? "1" : `the ${what} of ${graph.label(found)}`;
          yield {
            key: `extra term ${name} ${graph.key(found)} ${what} ${rate}`,
            id: own && what === "value" ? "extra-reg" : "extra-factor",
            where: name,
            say: own
              ? `a multiple of ${graph.label(node)} itself is added to its gradient, as a penalty would have it: the loss has none`
              : `${term} is ${rate < 0 ? "subtracted from" : "added to"} the gradient of ${graph.label(node)}`,
            answer: () =>
              graph.right.map((slot, at) => {
                const added = numbers();
                return at === s ? slot.map((x, k) => x + rate * added[k % added.length]!) : slot;
              }),
          };
        }
  }
};
