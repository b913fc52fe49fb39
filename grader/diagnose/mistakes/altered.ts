/** @file A quantity goes in as another number: without its sign, cut, turned round, in other units, another coding of the labels. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";
import { permuted, repeated, summed } from "./orders.ts";
import { factorsIn, withFactors } from "./products.ts";

type Numbers = readonly number[];
interface Alteration {
  readonly id: string;
  /** After "W goes in". */
  readonly say: string;
  readonly of: (data: Numbers, node: Any) => Numbers | undefined;
}
const each = (id: string, say: string, f: (x: number) => number): Alteration => ({
  id,
  say,
  of: (data) => data.map(f),
});
const table: readonly Alteration[] = [
  each("integer-truncation", "cut to whole numbers", Math.trunc),
  each("wrong-on-negative", "without its sign", Math.abs),
  each("algebra-slip", "squared", (x) => x * x),
  each("wrong-forward", "with the opposite sign", (x) => -x),
  each("wrong-forward", "as 1 minus it", (x) => 1 - x),
  each(
    "wrong-forward",
    "as twice it minus 1: labels of -1 and 1 belong to another formula",
    (x) => 2 * x - 1,
  ),
  each(
    "wrong-forward",
    "as half of 1 plus it: labels of 0 and 1 belong to another formula",
    (x) => (x + 1) / 2,
  ),
  each("wrong-forward", "in degrees: angles are in radians", (x) => (x * Math.PI) / 180),
  each("wrong-forward", "twice as large", (x) => 2 * x),
  each("wrong-forward", "half as large", (x) => x / 2),
  each("wrong-forward", "as 0", () => 0),
  each("wrong-forward", "as 1", () => 1),
];
const orders: readonly Alteration[] = [...permuted, ...repeated, ...summed].map(({ say, of }) => ({
  id: "wrong-forward",
  say: `in other places: its numbers are ${say}`,
  of: (data, { shape }) => of(data, shape),
}));

export const altered: Family = function* (graph) {
  for (const factor of factorsIn(graph)) {
    const { product, i, own, other } = factor;
    if (isNumber(graph, other)) continue;
    for (const { id, say, of } of table)
      yield {
        key: `altered factor ${graph.key(product)} ${i} ${say}`,
        id: id === "wrong-forward" && graph.reaches(other) ? "wrong-cache" : id,
        where: graph.label(product),
        say: `in the gradient of ${graph.label(own)}, ${graph.label(other)} goes in ${say}`,
        ...withFactors(graph, [[factor, of(other.data, other)!]]),
      };
  }
  for (const node of graph.tape) {
    if (node === graph.loss || isNumber(graph, node)) continue;
    for (const { say, of } of node.data.length > 1 ? [...table, ...orders] : table) {
      const data = of(node.data, node);
      if (data) yield forward(graph, node, say, data);
    }
  }
};
/** A number of the formula itself. */
const isNumber = (graph: Graph, node: Any) => !node.step && !graph.name(node);

const forward = (graph: Graph, node: Any, say: string, data: Numbers): Mistake => ({
  key: `altered ${graph.key(node)} ${say}`,
  id: say === "cut to whole numbers" ? "integer-truncation" : "wrong-forward",
  where: graph.label(node),
  say: `on the way forward, ${graph.label(node)} goes in ${say}`,
  answer: () => graph.computing([[node, data]]),
});
