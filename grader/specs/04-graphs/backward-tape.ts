/** @file 4.4 One sweep back over a tape: a tree, in which every node has one user, and a graph. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import type { ModelOps, Node } from "../../model/node.ts";
import type { Truth } from "../../model/truth.ts";
import { graph, type Step, tree } from "../../tapes/draw.ts";
import { earlyOrders, sweep } from "../../tapes/sweep.ts";

type Data = { readonly tree: readonly Step[]; readonly graph: readonly Step[] };

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

/** What a mistaken sweep answers for both tapes. */
const swept = (how: Parameters<typeof sweep>[2]) => (data: Data, right: Truth) => ({
  tree: sweep(data.tree, right.value("tree") as number[], how),
  graph: sweep(data.graph, right.value("graph") as number[], how),
});
/** Of a mistake that a tree does not show. */
const graphOnly = (how: Parameters<typeof sweep>[2]) => (data: Data, right: Truth) => ({
  graph: swept(how)(data, right).graph,
});
const overwritten =
  "a node with several users keeps the gradient of one of them only: the next one replaces what is there instead of adding to it";
const tooEarly =
  "a node hands its gradient on before all its users have added theirs: only the order of the tape, from the right, makes sure they have";

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
  slips: [
    {
      id: "tie",
      say: "in a tie of the max the second argument gets the gradient; the first counts as the larger",
      answers: () => ({ "max of 2 and 2": [0, 1, 1] }),
    },
    {
      id: "tie",
      say: "in a tie of the max both arguments get the gradient; the first counts as the larger, and takes all of it",
      answers: () => ({ "max of 2 and 2": [1, 1, 1] }),
    },
    {
      id: "tie",
      say: "in a tie of the max the gradient is shared out; the first argument counts as the larger, and takes all of it",
      answers: () => ({ "max of 2 and 2": [0.5, 0.5, 1] }),
    },
    {
      id: "tie",
      say: "in a tie of the max nobody gets the gradient; the first argument counts as the larger",
      answers: () => ({ "max of 2 and 2": [0, 0, 1] }),
    },
    {
      id: "overwrite",
      say: overwritten,
      answers: graphOnly({ put: "replaces" }),
    },
    {
      id: "overwrite",
      say: overwritten,
      answers: graphOnly({ put: "replaces, zeros too" }),
    },
    {
      id: "same-operand",
      say: "where both arguments are the same node, as in x·x, only one of the two contributions arrives: each argument brings its own",
      answers: graphOnly({ put: "adds to what was there before" }),
    },
    ...earlyOrders.map((order) => ({ id: "depth-first", say: tooEarly, answers: graphOnly({ order }) })),
    {
      id: "forward-order",
      say: "the loop runs from left to right, so a node hands on its gradient before it has any: begin at the last node",
      answers: swept({ order: (steps) => steps.map((_, i) => i) }),
    },
    {
      id: "swapped-mul",
      say: "mul multiplies the upstream gradient by the argument's own value; how fast a product moves with one argument is said by the other",
      answers: swept({ slopes: { mul: (a, b) => [a, b] } }),
    },
    {
      id: "missing-upstream",
      say: "only local slopes are added: each is still to be multiplied by the gradient of the node that uses it",
      answers: swept({ upstream: () => 1 }),
    },
    {
      id: "missing-act-deriv",
      say: "sin hands its gradient on unchanged; its local slope is the cosine of its argument",
      answers: swept({ slopes: { sin: () => [1] } }),
    },
    {
      id: "act-deriv-at-output",
      say: "the slope of sin is asked at its own value; it belongs to the value of its argument",
      answers: swept({ slopes: { sin: (a) => [Math.cos(Math.sin(a))] } }),
    },
    {
      id: "act-deriv-at-output",
      say: "log divides by its own value; its slope is 1 divided by the value of its argument",
      answers: swept({ slopes: { log: (a) => [1 / Math.log(a)] } }),
    },
    {
      id: "log-base",
      say: "log has the slope of a logarithm to base 10; on this tape it is the natural one",
      answers: swept({ slopes: { log: (a) => [1 / (a * Math.LN10)] } }),
    },
    {
      id: "max-both",
      say: "max hands its gradient to both arguments; a nudge of the smaller one moves nothing",
      answers: swept({ slopes: { max: () => [1, 1] } }),
    },
    {
      id: "max-wrong-branch",
      say: "max hands its gradient to the smaller argument; it is the larger one that moves the result",
      answers: swept({ slopes: { max: (a, b) => (a >= b ? [0, 1] : [1, 0]) } }),
    },
    {
      id: "wrong-start",
      say: "the sweep starts with the value of the last node; it moves one for one with itself, so its gradient is 1",
      answers: swept({ start: (value) => value }),
    },
  ],
  hints: [
    "Which node's gradient do you know before you start? And whose is complete once that node has handed its own on?",
    "Go from the last place to the first. All users of a node stand behind it, so its gradient is complete when its turn comes.",
    "For node i with dz = grads[i]: mul does grads[a] += tape[b].value * dz and the same for b; never =.",
  ],
});
