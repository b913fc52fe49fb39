/** @file The way back begins at another place than the loss, or with another number. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family } from "../mistake.ts";
import { countsIn } from "./ratios.ts";
import { ACTIVATIONS } from "./site.ts";

export const starts: Family = function* (graph) {
  const { loss } = graph;
  if (!loss) return;
  for (const node of trunk(graph, loss).filter((each) => isBeforeLoss(graph, each, loss))) {
    const seeds = [
      1,
      2,
      ...countsIn(graph)
        .slice(0, 1)
        .map(({ n }) => 1 / n),
    ];
    for (const [i, each] of seeds.entries())
      yield {
        key: `start ${graph.key(node)} ${i}`,
        id: "missing-loss-deriv",
        where: graph.label(node),
        say: `these are the gradients of ${graph.label(node)}; the loss is further on, and its slope by ${graph.label(node)} is missing`,
        at: node,
        ...departing(graph, { handOn: (at, g) => (at === node ? at.data.map(() => each) : g) }),
      };
  }
};

/** What every way from the asked quantities to the loss goes through, the loss and sums apart. */
function trunk(graph: Graph, loss: Any): Any[] {
  const ways = graph.tape.map((node) => (graph.asked.has(node) ? 1 : 0));
  for (const node of graph.tape) for (const arg of node.step?.args ?? []) ways[node.id]! += ways[arg.id]!;
  const onward = graph.tape.map(() => 0);
  onward[loss.id] = 1;
  for (const node of [...graph.tape].reverse())
    for (const arg of node.step?.args ?? []) onward[arg.id]! += onward[node.id]!;
  const all = ways[loss.id]!;
  return graph.tape.filter(
    (node) =>
      node !== loss && node.step && ways[node.id]! * onward[node.id]! === all && graph.op(node) !== "sum",
  );
}

/** Is there only the loss between a node and its end: no activation, no upstream gradient? */
function isBeforeLoss(graph: Graph, node: Any, loss: Any): boolean {
  for (let at = node; at !== loss; ) {
    const use = graph.uses[at.id]!.at(-1);
    if (!use || ACTIVATIONS.includes(graph.op(use)!)) return false;
    const product = ["mul", "matmul"].includes(graph.op(use)!);
    if (product && use.step!.args.some((arg) => arg !== at && (arg.shape.length > 0 || graph.name(arg))))
      return false;
    at = use;
  }
  return true;
}
