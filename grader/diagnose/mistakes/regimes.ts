/** @file Right on one side only: where a quantity is positive, or for the examples of one class. */
import type { Any } from "../../model/node.ts";
import { departing, type Family } from "../mistake.ts";

/** What becomes of the gradient on the other side. */
const TABLE = [
  { times: 0, said: "0" },
  { times: -1, said: "of the opposite sign" },
  { times: 2, said: "twice as large" },
  { times: 0.5, said: "half as large" },
] as const;

export const regimes: Family = function* (graph) {
  for (const node of graph.tape) {
    if (!graph.reaches(node) || node === graph.loss || (!graph.name(node) && !node.step?.op.entrywise))
      continue;
    for (const by of graph.tape.filter((each) => isBeside(node, each) && graph.name(each)))
      for (const side of [1, -1])
        for (const { times, said } of TABLE) {
          const where = by === node ? "the value" : graph.label(by);
          yield {
            key: `regime ${graph.key(node)} ${graph.key(by)} ${side} ${times}`,
            id: by.step || graph.asked.has(by) ? "wrong-on-negative" : "only-part-of-batch",
            where: graph.label(node),
            at: node,
            say: `the gradient of ${graph.label(node)} is right only where ${where} is ${side > 0 ? "positive" : "not positive"}; elsewhere it is ${said}`,
            ...departing(graph, {
              handOn: (here, g) =>
                here === node ? g.map((x, k) => (by.data[k]! > 0 === side > 0 ? x : times * x)) : g,
            }),
          };
        }
  }
};
/** A list has a sign for each entry, and any list of its form may be asked; single numbers ask what is next to them. */
const isBeside = (node: Any, by: Any) =>
  by.shape.join() === node.shape.join() &&
  (node.shape.length > 0 || by === node || by.step?.args.includes(node) || node.step?.args.includes(by));
