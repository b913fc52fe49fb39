/** @file An activation's slope in the wrong place: of another entry, of a mean, or multiplied before or after a product. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";
import { permuted, repeated, summed } from "./orders.ts";
import { ACTIVATIONS, type Numbers, slopeOf } from "./site.ts";
import { through } from "./slopes.ts";

export const slopePlaces: Family = function* (graph) {
  for (const node of graph.tape)
    if (node.step && graph.reaches(node) && ACTIVATIONS.includes(graph.op(node)!)) {
      yield* ofOtherEntries(graph, node);
      yield* further(graph, node);
    }
};

function* ofOtherEntries(graph: Graph, node: Any): Generator<Mistake> {
  const x = node.step!.args[0]!;
  if (x.data.length < 2) return;
  const made = (id: string, say: string, slope: () => Numbers): Mistake => ({
    key: `slope place ${graph.key(node)} ${say}`,
    id,
    where: graph.label(node),
    at: node,
    say: `${through(graph, node)}, ${say}`,
    ...departing(graph, {
      piece: (here, _i, g) => {
        if (here !== node) return undefined;
        const slopes = slope();
        return g.map((gk, k) => gk * slopes[k]!);
      },
    }),
  });
  for (const { id, say, of } of [...permuted, ...repeated]) {
    const moved = of(x.data, x.shape);
    if (moved) yield made(id, `the slopes are ${say}`, () => slopeOf(node.step!, moved));
  }
  for (const { say, of } of summed) {
    const gathered = of(x.data, x.shape);
    if (gathered)
      yield made(
        graph.loss ? "mask-on-batch-sum" : "wrong-forward",
        `one slope was taken for several entries, that at ${say}`,
        () => slopeOf(node.step!, gathered),
      );
  }
}

/** The slope is multiplied to what comes to another quantity, not where it belongs. */
function* further(graph: Graph, node: Any): Generator<Mistake> {
  for (const found of graph.tape) {
    if (found === node || !graph.reaches(found) || !(graph.name(found) || graph.asked.has(found))) continue;
    if (found === node.step!.args[0]) continue;
    yield {
      key: `slope further ${graph.key(node)} ${graph.key(found)}`,
      id: "wrong-eval-point",
      where: graph.label(node),
      at: node,
      say: `the slope of ${graph.label(node)} is taken at ${graph.label(found)} and multiplied there; it belongs to ${graph.label(node.step!.args[0]!)}`,
      ...departing(graph, {
        piece: (here, _i, g) => (here === node ? g : undefined),
        handOn: (here, g) => {
          if (here !== found) return g;
          const slopes = slopeOf(node.step!, found.data);
          return g.map((gk, k) => gk * slopes[k]!);
        },
      }),
    };
  }
}
