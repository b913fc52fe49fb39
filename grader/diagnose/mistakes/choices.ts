/** @file max and min hand the gradient to one of their arguments: to the wrong one, or to both. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";

type Numbers = readonly number[];
interface WrongChoice {
  readonly id: string;
  readonly say: (a: string, b: string) => string;
  /** What share of g each argument gets; `chosen` says whether the rule chose it. */
  readonly share: (chosen: number, i: number, values: readonly [number, number]) => number;
}
const CLOSE = [1e-1, 1e-2, 1e-3];

const table: readonly WrongChoice[] = [
  {
    id: "max-both",
    say: () => "only the argument that was chosen gets the gradient; both got it",
    share: () => 1,
  },
  {
    id: "max-both",
    say: () => "the gradient was split between the arguments; the chosen one gets it all",
    share: () => 0.5,
  },
  {
    id: "max-wrong-branch",
    say: () => "the gradient went to the argument that was not chosen",
    share: (chosen) => 1 - chosen,
  },
  {
    id: "max-wrong-branch",
    say: (a) => `the gradient always goes to ${a}; it goes to the one that was chosen`,
    share: (_c, i) => 1 - i,
  },
  {
    id: "max-wrong-branch",
    say: (_a, b) => `the gradient always goes to ${b}; it goes to the one that was chosen`,
    share: (_c, i) => i,
  },
  {
    id: "max-wrong-branch",
    say: () => "the gradient goes to the argument that is larger without its sign",
    share: (_c, i, [a, b]) => (Math.abs(a) >= Math.abs(b) ? 1 - i : i),
  },
  { id: "zero-variable", say: () => "nobody gets the gradient; the chosen argument should", share: () => 0 },
];

/** Taken for equal although one is larger: shows only where they are close. */
const closeTable: readonly WrongChoice[] = CLOSE.flatMap((near) => [
  {
    id: "max-both",
    say: () => `arguments closer than ${near} are taken for equal; only the larger one gets the gradient`,
    share: (chosen: number, _i: number, [a, b]: readonly [number, number]) =>
      Math.abs(a - b) < near ? 1 : chosen,
  },
  {
    id: "max-both",
    say: () => `arguments closer than ${near} share the gradient; only the larger one gets it`,
    share: (chosen: number, _i: number, [a, b]: readonly [number, number]) =>
      Math.abs(a - b) < near ? 0.5 : chosen,
  },
]);

export const choices: Family = (graph) => chosen(graph, table);
export const closeCalls: Family = (graph) => chosen(graph, closeTable);

function* chosen(graph: Graph, slips: readonly WrongChoice[]): Generator<Mistake> {
  for (const node of graph.tape) {
    if (!["max", "min"].includes(graph.op(node) ?? "")) continue;
    const [a, b] = node.step!.args as [Any, Any];
    for (const { id, say, share } of slips)
      yield {
        key: `choice ${graph.key(node)} ${say("a", "b")}`,
        id,
        where: graph.label(node),
        say: `at ${graph.op(node)}(${graph.label(a)}, ${graph.label(b)}) ${say(graph.label(a), graph.label(b))}`,
        at: node,
        ...departing(graph, {
          piece: (at, i, g) => (at === node ? shares(node, i, g, share) : undefined),
        }),
      };
  }
}

function shares(node: Any, i: number, g: Numbers, share: WrongChoice["share"]): Numbers {
  const [a, b] = node.step!.args as [Any, Any];
  const own = node.step!.args[i]!;
  const chosen = node.step!.op.vjp(
    float64,
    g.map(() => 1),
    node.data,
    [a, b],
    node.step!.at,
  )[i]!;
  const sum = own.data.map(() => 0);
  for (const [k, gk] of g.entries()) {
    const values = [a.data[k % a.data.length]!, b.data[k % b.data.length]!] as const;
    sum[k % sum.length]! +=
      gk * share(own.data.length === g.length ? chosen[k]! : Math.sign(chosen[k % sum.length]!), i, values);
  }
  return sum;
}
