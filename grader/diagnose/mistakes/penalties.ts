/** @file A penalty λ·R(w) beside the loss of the data: left out, scaled, of another form, or on what is not penalised. */
import type { Any } from "../../model/node.ts";
import type { Answer, Graph } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";
import { countsIn } from "./ratios.ts";

export const penalties: Family = function* (graph) {
  for (const node of graph.tape) {
    if (graph.op(node) !== "add" || node.shape.length) continue;
    const [a, b] = node.step!.args as [Any, Any];
    for (const [penalty, data] of [
      [a, b],
      [b, a],
    ] as const)
      if (isPenalty(graph, penalty) && !isPenalty(graph, data)) yield* onPenalty(graph, node, penalty);
  }
};

/** Made of asked quantities and numbers alone. */
function isPenalty(graph: Graph, node: Any): boolean {
  const leaves = [...graph.leaves(node)];
  const isAsked = (leaf: Any) => graph.asked.has(leaf);
  return (
    leaves.every((leaf) => isAsked(leaf) || leaf.shape.length === 0) &&
    leaves.some((leaf) => isAsked(leaf) && leaf.shape.length > 0)
  );
}

function* onPenalty(graph: Graph, sum: Any, penalty: Any): Generator<Mistake> {
  let known: Answer | undefined;
  const without = () =>
    (known ??= graph.departing({
      piece: (at, i, g) => (at === sum && sum.step!.args[i] === penalty ? g.map(() => 0) : undefined),
    }));
  const made = (key: string, id: string, say: string, answer: () => Answer): Mistake => ({
    key: `penalty ${key}`,
    id,
    where: graph.label(penalty),
    say,
    answer,
  });
  const scaled = (times: number) => () =>
    without().map((slot, s) => slot.map((x, k) => x + times * (graph.right[s]![k]! - x)));
  yield made("none", "missing-reg", "the gradient of the penalty is missing", scaled(0));
  const lambda =
    [...graph.leaves(penalty)].find((leaf) => !graph.asked.has(leaf) && ![2, 0.5].includes(leaf.data[0]!))
      ?.data[0] ?? 1;
  const counts = countsIn(graph)
    .slice(0, 1)
    .map(({ n }) => n);
  for (const [k, times] of [
    2,
    0.5,
    -1,
    ...counts,
    ...counts.map((n) => 1 / n),
    1 / lambda,
    0.5 / lambda,
    2 / lambda,
    lambda,
    4,
    0.25,
  ].entries())
    yield made(
      `times ${k}`,
      times === -1 ? "sign-partial" : "reg-factor",
      `the gradient of the penalty has ${times === -1 ? "the wrong sign" : "a wrong constant factor"}: derive it from the formula in the statement`,
      scaled(times),
    );

  const penalised = new Set([...graph.leaves(penalty)].filter((leaf) => graph.asked.has(leaf)));
  // What the penalty hands to a penalised quantity is c·w: by it others would be penalised alike.
  const s = graph.slots.findIndex(({ node }) => penalised.has(node));
  const w = graph.slots[s]!.node.data;
  const share = graph.right[s]!.map((x, k) => x - without()[s]![k]!);
  const c = share[0]! / w[0]!;
  const replaced = (of: number, f: (x: number, k: number) => number): Answer =>
    graph.right.map((slot, at) => (at === of ? slot.map(f) : slot));
  for (const [other, { node, name }] of graph.slots.entries()) {
    if (penalised.has(node)) continue;
    const say = `${name} is not in the penalty, but its gradient has a term of it`;
    yield made(`on ${name}`, "reg-on-bias", say, () => replaced(other, (x, k) => x + c * node.data[k]!));
    yield made(`one on ${name}`, "reg-on-bias", say, () => replaced(other, (x) => x + c));
    yield made(
      `twice on ${name}`,
      "reg-on-bias",
      `${say}, and what comes from the data is counted twice`,
      () => replaced(other, (x, k) => 2 * x + c * node.data[k]!),
    );
  }
  const others: readonly [id: string, say: string, f: (x: number, k: number) => number][] = [
    ["wrong-reg", "the penalty's gradient takes the weights squared", (x) => c * x * x],
    ["wrong-reg", "the penalty's gradient takes only the signs of the weights", (x) => c * Math.sign(x)],
    [
      "wrong-reg",
      "the penalty's gradient takes the sizes of the weights, without their signs",
      (x) => c * Math.abs(x),
    ],
    [
      "wrong-reg",
      "the penalty's gradient is divided by the length of the weights, as if its root were penalised",
      (x) => (c * x) / Math.hypot(...w),
    ],
    ["wrong-reg", "the penalty itself was added to the gradient", () => penalty.data[0]!],
    ["wrong-reg", "a constant was added in place of the penalty's gradient", () => c],
    [
      "wrong-index",
      "the first weight has no penalty: a list without a bias begins with a weight",
      (x, k) => (k ? c * x : 0),
    ],
    ["wrong-index", "the last weight has no penalty", (x, k) => (k < w.length - 1 ? c * x : 0)],
    ["wrong-index", "only the first weight has a penalty", (x, k) => (k ? 0 : c * x)],
  ];
  const mixed: readonly [say: string, of: (x: number, k: number) => number][] = [
    ["the gradient itself takes the place of the weights in the penalty's term", (x) => x + c * x],
    [
      "the gradient of the data is made smaller by the constant of the penalty too",
      (x, k) => (1 - c) * x + c * w[k]!,
    ],
    ["the gradient of the data is multiplied by the penalty's term", (x, k) => x * c * w[k]!],
  ];
  for (const [say, of] of mixed)
    yield made(say, "wrong-reg", say, () => replaced(s, (_, k) => of(without()[s]![k]!, k)));
  for (const [id, say, f] of others)
    yield made(say, id, say, () => replaced(s, (_, k) => without()[s]![k]! + f(w[k]!, k)));
}
