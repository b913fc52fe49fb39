/** @file A product or a quotient of two functions of the same number, and a rule for its slope that is none. */
import type { Any } from "../../model/node.ts";
import type { Family } from "../mistake.ts";

/** From the values and slopes of the two. */
const table: readonly {
  readonly op: "mul" | "div";
  readonly say: string;
  readonly of: (a: number, b: number, da: number, db: number) => number;
}[] = [
  { op: "mul", say: "the slopes of the factors are multiplied", of: (_a, _b, da, db) => da * db },
  { op: "mul", say: "the slopes of the factors are added", of: (_a, _b, da, db) => da + db },
  { op: "mul", say: "the two terms are subtracted", of: (a, b, da, db) => da * b - a * db },
  { op: "mul", say: "each slope stands beside its own factor", of: (a, b, da, db) => a * da + b * db },
  { op: "div", say: "one slope is divided by the other", of: (_a, _b, da, db) => da / db },
  { op: "div", say: "the two terms are added", of: (a, b, da, db) => (da * b + a * db) / (b * b) },
  { op: "div", say: "the two terms are exchanged", of: (a, b, da, db) => (a * db - da * b) / (b * b) },
  { op: "div", say: "the denominator is not squared", of: (a, b, da, db) => (da * b - a * db) / b },
];

export const productRule: Family = function* (graph) {
  const { loss } = graph;
  if (!loss || graph.slots.some(({ node }) => node.data.length > 1)) return;
  for (const node of graph.tape) {
    const [a, b] = node.step?.args ?? [];
    if (!a || !b || node.data.length > 1 || !graph.reaches(a) || !graph.reaches(b)) continue;
    for (const [number, { op, say, of }] of table.entries()) {
      if (graph.op(node) !== op) continue;
      yield {
        key: `product rule ${graph.key(node)} ${number}`,
        id: op === "mul" ? "product-rule" : "quotient-rule",
        where: graph.label(node),
        at: node,
        say: `in the slope of ${graph.label(node)}, ${say}: look the rule up again`,
        answer: () => {
          const without = graph.departing({
            piece: (here, i) =>
              here === node ? [0, 0].slice(0, node.step!.args[i]!.data.length) : undefined,
          });
          const [g] = graph.gradient(node);
          return graph.slots.map(({ node: by }, s) => {
            const slope = (of: Any) => graph.slope(of, by);
            return [without[s]![0]! + g! * of(a.data[0]!, b.data[0]!, slope(a), slope(b))];
          });
        },
      };
    }
  }
};
