/** @file What comes back from behind is ignored: 1 or another quantity stands in its place, and the way back begins there anew. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";

export const upstream: Family = function* (graph) {
  for (const node of graph.tape) {
    if (!node.step || !graph.reaches(node) || ["add", "sub"].includes(graph.op(node)!)) continue;
    yield* ignored(graph, node);
  }
  if (!graph.loss) return;
  for (const node of graph.tape)
    if (node.step && graph.reaches(node) && graph.name(node) && node !== graph.loss)
      yield* replaced(graph, node);
};

/** One op hands its local slope alone. */
function* ignored(graph: Graph, node: Any): Generator<Mistake> {
  const { op, args, at } = node.step!;
  const local = () =>
    op.vjp(
      float64,
      node.data.map(() => 1),
      node.data,
      args,
      at,
    );
  const reached = args.flatMap((arg, i) => (graph.reaches(arg) ? [i] : []));
  for (const which of reached.length > 1 ? [reached, ...reached.map((i) => [i])] : [reached])
    yield {
      key: `upstream ${graph.key(node)} ${which.join()}`,
      id: "missing-factor",
      where: graph.label(node),
      at: node,
      say: `going back through ${graph.label(node)}, the local slope stands alone: it must be multiplied by what comes back from behind`,
      ...departing(graph, {
        piece: (here, i) => (here === node && which.includes(i) ? local()[i]! : undefined),
      }),
    };
}

/** A value is handed on for a gradient. */
function* replaced(graph: Graph, node: Any): Generator<Mistake> {
  for (const found of graph.tape) {
    const fits = found.shape.join() === node.shape.join() || found.data.length === 1;
    if (!fits || !graph.name(found)) continue;
    yield {
      key: `handed on ${graph.key(node)} ${graph.key(found)}`,
      id: "value-for-gradient",
      where: graph.label(node),
      at: node,
      say: `the value of ${graph.label(found)} goes back through ${graph.label(node)}; a gradient belongs there`,
      ...departing(graph, {
        handOn: (here, g) => (here === node ? g.map((_, k) => found.data[k % found.data.length]!) : g),
      }),
    };
  }
}
