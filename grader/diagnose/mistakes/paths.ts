/** @file What comes back along one use of a quantity is lost, counted twice or has the wrong sign. */
import type { Any } from "../../model/node.ts";
import type { Answer, Graph } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";
import { reachesSlot } from "./products.ts";

/** One use of a quantity: `from` gives `to` a share of its gradient. */
interface Edge {
  readonly from: Any;
  readonly i: number;
  readonly to: Any;
}

export const paths: Family = function* (graph) {
  for (const from of graph.tape)
    for (const [i, to] of (from.step?.args ?? []).entries())
      if (reachesSlot(graph, to)) yield* alongEdge(graph, { from, i, to });
};

function* alongEdge(graph: Graph, edge: Edge): Generator<Mistake> {
  const { from, i, to } = edge;
  const [use, quantity] = [graph.label(from), graph.label(to)];
  const uses = graph.uses[to.id]!;
  const without = memo(() =>
    graph.departing({
      piece: (node, k, _g, byRule) => (node === from && k === i ? byRule().map(() => 0) : undefined),
    }),
  );
  const made = (times: number, id: string, say: string): Mistake => ({
    key: `edge ${graph.key(from)} ${i} ${times}`,
    id,
    where: `${quantity} in ${use}`,
    say,
    answer: () =>
      graph.right.map((slot, s) => slot.map((x, k) => without()[s]![k]! + times * (x - without()[s]![k]!))),
  });
  if (uses.length > 1) {
    // On the way back the uses come from the last to the first: what is overwritten by the last visit.
    const overwritten = to.step && uses.indexOf(from) !== 0 && from !== uses[0];
    yield made(
      0,
      overwritten ? "overwrite" : "missing-path",
      overwritten
        ? `${quantity} is used ${uses.length} times and keeps one share of its gradient only: add the shares up, do not overwrite`
        : `${quantity} is used ${uses.length} times: what comes back through ${use} is missing`,
    );
  }
  if (uses.length > 1)
    yield made(
      2,
      from.step!.args.filter((arg) => arg === to).length > 1 ? "factor-2-partial" : "double-counted-path",
      `what comes back to ${quantity} through ${use} is counted twice`,
    );
  yield made(-1, "sign-partial", `what comes back to ${quantity} through ${use} has the opposite sign`);
}

function memo(make: () => Answer): () => Answer {
  let known: Answer | undefined;
  return () => (known ??= make());
}
