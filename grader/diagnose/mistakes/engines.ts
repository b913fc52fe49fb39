/** @file An engine that walks the graph in a wrong way: without an order, handing on sums too early or too often, or overwriting. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import type { Family } from "../mistake.ts";

type Numbers = readonly number[];
type Arrived = (Numbers | undefined)[];

const handed = (node: Any, g: Numbers): readonly Numbers[] => {
  const { op, args, at } = node.step!;
  return op.vjp(float64, g, node.data, args, at);
};
const plus = (before: Numbers | undefined, g: Numbers): Numbers =>
  before ? before.map((x, k) => x + g[k]!) : g;

interface Engine {
  readonly id: string;
  readonly say: string;
  /** Fills in what arrives at every node, by id, from the loss on. */
  readonly run: (loss: Any, arrived: Arrived) => void;
}
const table: readonly Engine[] = [
  {
    id: "double-counted-path",
    say: "a quantity that is used twice hands on its gradient each time something arrives, with what came before in it: wait until all of it is there",
    run: function run(node, arrived) {
      if (!node.step) return;
      const g = arrived[node.id]!;
      for (const [i, arg] of node.step.args.entries()) {
        arrived[arg.id] = plus(arrived[arg.id], handed(node, g)[i]!);
        run(arg, arrived);
      }
    },
  },
  {
    id: "missing-path",
    say: "a quantity that is used twice hands on its gradient before all of it is there, and the rest is lost: go back in the reverse order of the computation",
    run: (loss, arrived) => {
      const visited = new Set<Any>();
      const visit = (node: Any) => {
        if (visited.has(node) || !node.step) return;
        visited.add(node);
        const pieces = handed(node, arrived[node.id]!);
        for (const [i, arg] of node.step.args.entries()) arrived[arg.id] = plus(arrived[arg.id], pieces[i]!);
        for (const arg of node.step.args) visit(arg);
      };
      visit(loss);
    },
  },
  ...([1, -1] as const).map((order) => ({
    id: "overwrite",
    say: "every quantity keeps only what came back through one of its uses: add the shares up, do not overwrite",
    run: (loss: Any, arrived: Arrived) => {
      for (const node of loss.tape.slice(0, loss.id + 1).reverse()) {
        const g = arrived[node.id];
        if (!g || !node.step) continue;
        const pieces = handed(node, g);
        const args = [...node.step.args.entries()];
        for (const [i, arg] of order > 0 ? args : args.reverse()) arrived[arg.id] = pieces[i]!;
      }
    },
  })),
  ...[true, false].map((reset) => ({
    id: "double-counted-path",
    say: `the way back was gone twice, and gradients of the first time were still there${reset ? " inside the graph" : ""}: set all of them to 0 in between`,
    run: (loss: Any, arrived: Arrived) => {
      goBack(loss, arrived);
      for (const node of loss.tape) if (reset && !node.step) arrived[node.id] = undefined;
      arrived[loss.id] = [1];
      goBack(loss, arrived);
    },
  })),
];
/** As the rules say: what arrives is added to what is there. */
function goBack(loss: Any, arrived: Arrived): void {
  for (const node of loss.tape.slice(0, loss.id + 1).reverse()) {
    const g = arrived[node.id];
    if (!g || !node.step) continue;
    const pieces = handed(node, g);
    for (const [i, arg] of node.step.args.entries()) arrived[arg.id] = plus(arrived[arg.id], pieces[i]!);
  }
}
/** Every use of a use is walked again: a few levels are enough to tell. */
const MOST_WAYS = 200;

export const engines: Family = function* (graph) {
  const { loss } = graph;
  const shared = graph.tape.some((node) => graph.reaches(node) && graph.uses[node.id]!.length > 1);
  if (!loss || !shared || waysTo(graph, loss) > MOST_WAYS) return;
  for (const [number, { id, say, run }] of table.entries())
    yield {
      key: `engine ${number}`,
      id,
      where: "",
      say,
      answer: () => {
        const arrived: Arrived = [];
        arrived[loss.id] = [1];
        run(loss, arrived);
        return graph.slots.map(({ node }) => arrived[node.id] ?? node.data.map(() => 0));
      },
    };
};

function waysTo(graph: Graph, loss: Any): number {
  const ways = graph.tape.map(() => 1);
  for (const node of graph.tape)
    if (node.step) ways[node.id] = node.step.args.reduce((sum, arg) => sum + ways[arg.id]!, 0);
  return ways[loss.id]!;
}
