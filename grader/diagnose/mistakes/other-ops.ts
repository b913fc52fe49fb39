/** @file One op of the formula is another: plus for times, max for min, or none at all; on the way forward, back, or both. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import { pairwiseOps } from "../../model/ops/pairwise.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";
import { ACTIVATIONS } from "./site.ts";

/** What is taken for one another. */
const GROUPS = [
  ["add", "sub", "mul", "div"],
  ["max", "min"],
] as const;

export const otherOps: Family = function* (graph) {
  for (const node of graph.tape) {
    const name = graph.op(node);
    if (!node.step || name === undefined) continue;
    const group = GROUPS.find((names: readonly string[]) => names.includes(name)) ?? [];
    for (const other of group) if (other !== name) yield* exchanged(graph, node, other);
    if (node.step.op.entrywise && !ACTIVATIONS.includes(name)) yield omitted(graph, node);
  }
};

function* exchanged(graph: Graph, node: Any, other: (typeof GROUPS)[number][number]): Generator<Mistake> {
  const [op, args] = [pairwiseOps[other], node.step!.args];
  const data = () => op.forward(float64, args, undefined);
  const piece = (here: Any, i: number, g: readonly number[]) =>
    here === node ? op.vjp(float64, g, data(), args, undefined)[i]! : undefined;
  const made = (where: string, rest: Pick<Mistake, "answer" | "departs">): Mistake => ({
    key: `op ${graph.key(node)} ${other} ${where}`,
    id: where === "back" ? "swapped-mul" : "wrong-forward",
    where: graph.label(node),
    say:
      where === "back"
        ? `going back through ${graph.label(node)}, the rule of ${other} was used; it is ${graph.op(node)}`
        : `${graph.label(node)} is computed with ${other}; ${graph.op(node)} is asked for`,
    ...rest,
  });
  yield made("both", { answer: () => graph.computing([[node, data()]], { piece }) });
  yield made("forward", { answer: () => graph.computing([[node, data()]]) });
  if (graph.reaches(node)) yield { ...made("back", departing(graph, { piece })), at: node };
}

/** A function such as a minus or a square is not there at all. */
const omitted = (graph: Graph, node: Any): Mistake => ({
  key: `omitted ${graph.key(node)}`,
  id: "wrong-forward",
  where: graph.label(node),
  say: `${graph.op(node)} is left out of ${graph.label(node)}, on the way forward and back`,
  answer: () =>
    graph.computing([[node, node.step!.args[0]!.data]], {
      piece: (here, _i, g) => (here === node ? g : undefined),
    }),
});
