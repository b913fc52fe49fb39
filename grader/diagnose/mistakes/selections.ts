/** @file A loop over the examples that leaves one out, and a mean that divides by another count. */
import { departing, type Family } from "../mistake.ts";
import { dividedBy } from "./divisors.ts";
import { isMean } from "./ratios.ts";

export const selections: Family = function* (graph) {
  for (const node of graph.tape) {
    const rows = node.shape[0] ?? 1;
    const summed = graph.uses[node.id]!.some((use) => graph.op(use) === "sum");
    if (!summed || rows < 2 || !node.step || !graph.reaches(node)) continue;
    const each = node.data.length / rows;
    for (const [which, left] of [
      ["first", 0],
      ["last", rows - 1],
    ] as const)
      yield {
        key: `selection ${graph.key(node)} ${which}`,
        id: "only-part-of-batch",
        where: graph.label(node),
        say: `the ${which} example is left out: look where the loop over the examples begins and ends`,
        ...departing(graph, {
          handOn: (at, g) => (at === node ? g.map((x, k) => (Math.floor(k / each) === left ? 0 : x)) : g),
        }),
      };
  }
  for (const node of graph.tape) {
    const dead = node.data.indexOf(0);
    if (!node.step || node.shape.length !== 1 || !graph.reaches(node) || dead < 0) continue;
    yield {
      key: `stopped ${graph.key(node)}`,
      id: "only-part-of-batch",
      where: graph.label(node),
      say: `behind the first example whose ${graph.label(node)} is 0 no other one contributes: the loop ends there instead of going on`,
      ...departing(graph, {
        handOn: (at, g) => (at === node ? g.map((x, k) => (k < dead ? x : 0)) : g),
      }),
    };
  }
  for (const node of graph.tape) {
    if (!isMean(graph, node)) continue;
    const [sum, count] = [node.step!.args[0]!, node.step!.args[1]!.data[0]!];
    const terms = sum.step!.args[0]!;
    const live = terms.data.filter((x) => x !== 0).length;
    for (const [name, n] of [
      ["the number of examples that are not 0", live || 1],
      ["one more than the number of examples", count + 1],
      ["one less than the number of examples", count - 1],
      ["the square of the number of examples", count ** 2],
      ["the root of the number of examples", Math.sqrt(count)],
      ["twice the number of examples", 2 * count],
      ["half the number of examples", count / 2],
    ] as const)
      yield dividedBy(graph, node, {
        key: `count ${graph.key(node)} ${name}`,
        say: `${name}; it is over all examples`,
        n,
      });
  }
};
