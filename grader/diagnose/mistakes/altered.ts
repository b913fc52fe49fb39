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
  /** Undefined where nobody would do this. */
  readonly of: (data: Numbers, node: Any, graph: Graph) => Numbers | undefined;
}
const each = (
  id: string,
  say: string,
  f: (x: number) => number,
  isLikely: (data: Numbers, node: Any, graph: Graph) => boolean = () => true,
): Alteration => ({
  id,
  say,
  of: (data, node, graph) => (isLikely(data, node, graph) ? data.map(f) : undefined),
});
const isGiven = (_data: Numbers, node: Any) => !node.step;
const isAngle = (_data: Numbers, node: Any, graph: Graph) =>
  graph.uses[node.id]!.some((use) => ["sin", "cos"].includes(graph.op(use)!));

const table: readonly Alteration[] = [
  // Where nothing is left, it was not the cutting.
  each("integer-truncation", "cut to whole numbers", Math.trunc, (data) =>
    data.some((x) => Math.abs(x) >= 1),
  ),
  each("wrong-on-negative", "without its sign", Math.abs),
  each("algebra-slip", "squared", (x) => x * x),
  each("wrong-forward", "with the opposite sign", (x) => -x),
  each("wrong-forward", "as 1 minus it", (x) => 1 - x),
  each(
    "wrong-forward",
    "as twice it minus 1: labels of -1 and 1 belong to another formula",
    (x) => 2 * x - 1,
    isGiven,
  ),
  each(
    "wrong-forward",
    "as half of 1 plus it: labels of 0 and 1 belong to another formula",
    (x) => (x + 1) / 2,
    isGiven,
  ),
  each("wrong-forward", "in degrees: angles are in radians", (x) => (x * Math.PI) / 180, isAngle),
  each("wrong-forward", "twice as large", (x) => 2 * x),
  each("wrong-forward", "half as large", (x) => x / 2),
  each("wrong-forward", "as 0", () => 0),
  each("wrong-forward", "as 1", () => 1),
];
const orders: readonly Alteration[] = [...permuted, ...repeated, ...summed].map(({ say, of }) => ({
  id: "wrong-forward",
  say: `rearranged: its numbers are ${say}`,
  of: (data, { shape }) => of(data, shape),
}));

export const altered: Family = function* (graph) {
  for (const factor of factorsIn(graph)) {
    const { product, i, own, other } = factor;
    if (isNumber(graph, other)) continue;
    for (const { id, say, of } of table) {
      const data = of(other.data, other, graph);
      if (!data) continue;
      yield {
        key: `altered factor ${graph.key(product)} ${i} ${say}`,
        id: id === "wrong-forward" && graph.reaches(other) ? "wrong-cache" : id,
        where: graph.label(product),
        say: `in the gradient of ${graph.label(own)}, ${graph.label(other)} goes in ${say}`,
        ...withFactors(graph, [[factor, data]]),
      };
    }
  }
  for (const node of graph.tape) {
    if (node === graph.loss || isNumber(graph, node)) continue;
    for (const { say, of } of node.data.length > 1 ? [...table, ...orders] : table) {
      const data = of(node.data, node, graph);
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
