/** @file What comes back through one use of a quantity is lost, counted twice or has the wrong sign. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";

export const paths: Family = function* (graph) {
  const ends = new Set(
    graph.slots.map(({ asks, node, other }) => (asks.what === "gradient" ? other! : node)),
  );
  for (const use of graph.tape)
    for (const quantity of new Set(use.step?.args ?? []))
      if (graph.reaches(quantity)) yield* through(graph, use, quantity, ends);
};

/** Those that lead to the same result as `use`: the gradients of several results are each on their own. */
function meeting(graph: Graph, use: Any, uses: readonly Any[], ends: ReadonlySet<Any>): readonly Any[] {
  if (ends.size < 2 || uses.length < 2) return uses;
  const own = graph.behind(use);
  const reached = [...ends].filter((end) => own.has(end));
  return uses.filter((each) => {
    const behind = graph.behind(each);
    return each === use || reached.some((end) => behind.has(end));
  });
}

/** What `use` gives back to a quantity. */
function* through(graph: Graph, use: Any, quantity: Any, ends: ReadonlySet<Any>): Generator<Mistake> {
  const [at, name] = [graph.label(use), graph.label(quantity)];
  const uses = [...new Set(graph.uses[quantity.id]!)];
  const times = meeting(graph, use, uses, ends).length;
  const made = (share: number, id: string, say: string): Mistake => ({
    key: `path ${graph.key(use)} ${graph.key(quantity)} ${share}`,
    id,
    where: `${name} in ${at}`,
    at: use,
    say,
    ...departing(graph, {
      piece: (node, k, _g, byRule) =>
        node === use && use.step!.args[k] === quantity ? byRule().map((x) => share * x) : undefined,
    }),
  });
  if (use.step!.args.filter((arg) => arg === quantity).length > 1)
    yield made(0.5, "factor-2-partial", `${at} uses ${name} twice, and both times count on the way back`);
  if (uses.length > 1) {
    // On the way back the last use comes first; an assignment for a later one overwrites it.
    if (quantity.step && use !== uses[0])
      yield made(
        0,
        "overwrite",
        `${name} is used ${times} times, and what came back through ${at} is lost: add the shares up, do not overwrite`,
      );
    else
      yield made(
        0,
        "missing-path",
        times > 1
          ? `${name} is used ${times} times: what comes back through ${at} is missing`
          : `what comes back to ${name} through ${at} is missing`,
      );
    yield made(2, "double-counted-path", `what comes back to ${name} through ${at} is counted twice`);
  }
  yield made(-1, "sign-partial", `what comes back to ${name} through ${at} has the opposite sign`);
}
