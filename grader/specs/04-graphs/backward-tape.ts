/** @file 4.4 One sweep back over a tape: a tree, in which every node has one user, and a graph. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import type { ModelOps, Node } from "../../model/node.ts";
import { graph, type Step, tree } from "../../tapes/draw.ts";
import { type Data, slips } from "./backward-tape.slips.ts";

/** The nodes of a tape, by the judge's own ops. */
function nodesOf(steps: readonly Step[], of: ModelOps["of"]): Node[] {
  const nodes: Node[] = [];
  for (const { op, args, data } of steps) {
    const [a, b] = args.map((place) => nodes[place]!);
    nodes.push(
      op === "input" || op === "const" ? of(data!) : op === "sin" || op === "log" ? a![op]() : a![op](b!),
    );
  }
  return nodes;
}
const input = (data: number): Step => ({ op: "input", args: [], data });
const constant = (data: number): Step => ({ op: "const", args: [], data });
const step = (op: Step["op"], ...args: number[]): Step => ({ op, args });
const product: Step[] = [input(3), input(-2), step("mul", 0, 1)];

export default exercise<typeof import("../../../exercises/04-graphs/backward-tape.ts")>()({
  title: "4.4 One sweep back over a tape",
  points: 3,
  source: "C24, M07, M12, F05",
  exports: ["backwardTape"],
  input: (d: Draw): Data => ({ tree: tree(d), graph: graph(d) }),
  cases: () => ({
    "x·x at x = 3": { tree: product, graph: [input(3), step("mul", 0, 0)] },
    "x + x at x = 3": { tree: product, graph: [input(3), step("add", 0, 0)] },
    "2·3 beside an input that does not matter": {
      tree: product,
      graph: [input(1.5), constant(2), constant(3), step("mul", 1, 2)],
    },
  }),
  worked: [
    ["dag-fanout-diamond", "dag-doubling", "inf721-three-input-graph", "cs434-graph-log10"],
    (given, expected) => {
      if (given.has("n"))
        return {
          input: {
            tree: product,
            graph: [input(1), ...Array.from({ length: 60 }, (_, k) => step("add", k, k))],
          },
          answer: { graph: expected.vec("dy_dx").slice(-1) },
        };
      if (given.has("z")) {
        const leaves = ["x", "y", "z"].map((key) => input(given.num(key)));
        const steps = [...leaves, step("add", 0, 1), step("mul", 3, 2)];
        const grads = ["df_dx", "df_dy", "df_dz"].map((key) => expected.num(key));
        return { input: { tree: steps, graph: steps }, answer: { tree: grads, graph: grads } };
      }
      if (given.has("x1")) {
        const leaves = ["x1", "x2", "x3"].map((key) => input(given.num(key)));
        const log = [step("sin", 0), step("add", 0, 3), step("log", 4), constant(2 / Math.LN10)];
        return {
          input: {
            tree: product,
            graph: [...leaves, ...log, step("mul", 5, 6), step("max", 1, 2), step("mul", 7, 8)],
          },
          answer: { graph: expected.vec("grad") },
        };
      }
      const diamond = [
        step("mul", 0, 0),
        constant(3),
        step("mul", 2, 1),
        step("add", 1, 3),
        step("mul", 3, 4),
      ];
      const [x, a, b] = ["x", "a", "b"].map((key) => expected.num(`grads.${key}`)) as [
        number,
        number,
        number,
      ];
      return {
        input: { tree: product, graph: [input(given.num("x")), ...diamond] },
        answer: { graph: [x, a, b * expected.num("a"), b, expected.num("grads.c"), expected.num("grads.y")] },
      };
    },
  ],
  model: (data, { of }) => {
    const [tree, graph] = [nodesOf(data.tree, of), nodesOf(data.graph, of)];
    return { tree, graph, end: tree.at(-1)!, loss: graph.at(-1)! };
  },
  gives: ({ tree, graph }) => ({ treeValues: tree, graphValues: graph }),
  call: (s, { tree, graph, treeValues, graphValues }) => {
    const tape = (steps: typeof tree, values: number[]) => {
      let reads = 0;
      return steps.map(({ op, args }, i) => ({
        // Path by path, 60 doublings would take for ever.
        get op() {
          if (++reads > 1000 * steps.length)
            throw new Error(
              `too many steps: some node has been visited more than 1000 times; visit each once`,
            );
          return op;
        },
        args: [...args],
        value: values[i]!,
      }));
    };
    const tie = [2, 2].map((data): (typeof tree)[number] => ({ op: "input", args: [], data }));
    return {
      tree: s.backwardTape(tape(tree, treeValues)),
      graph: s.backwardTape(tape(graph, graphValues)),
      "max of 2 and 2": s.backwardTape(tape([...tie, { op: "max", args: [0, 1] }], [2, 2, 2])),
    };
  },
  parts: ({ gradient, equals }) => ({
    tree: gradient("tree", "end", { share: 1 }),
    graph: gradient("graph", "loss", { share: 1.5 }),
    "max of 2 and 2": equals(() => [1, 0, 1], { share: 0.5 }),
  }),
  slips,
  hints: [
    "Which node's gradient do you know before you start? And whose is complete once that node has handed its own on?",
    "Go from the last place to the first. All users of a node stand behind it, so its gradient is complete when its turn comes.",
    "For node i with dz = grads[i]: mul does grads[a] += tape[b].value * dz and the same for b; never =.",
  ],
});
