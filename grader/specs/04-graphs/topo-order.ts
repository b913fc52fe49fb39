/** @file 4.3 An order of the nodes: an algorithm with many right answers, judged by a property. */
import type { Draw } from "../../draw.ts";
import { exercise, type Part } from "../../exercise.ts";
import { int, list, maybe, record, text } from "../../judge/shape.ts";

type Edge = [from: number, to: number];
type Graph = { readonly n: number; readonly edges: Edge[]; readonly cyclic: boolean };
/** What came back: an order, or the message of what was thrown. */
type Order = { readonly value?: number[]; readonly threw?: string };

const graph = (n: number, edges: Edge[], cyclic = false): Graph => ({ n, edges, cyclic });
const CHAIN = 20_000;

/** Edges along a hidden order, so that there is no cycle; one node without edges, one edge twice. */
function dag(d: Draw): Graph {
  const n = d.int(7, 15);
  const hidden = Array.from({ length: n }, (_, i) => ({ i, at: d.real() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
  const edge = (): Edge => {
    const to = d.int(1, n - 2);
    return [hidden[d.int(0, to - 1)]!, hidden[to]!];
  };
  const edges = Array.from({ length: 2 * n }, edge);
  return graph(n, [...edges, [...edges[d.int(0, n)]!]]);
}

/** The first thing that is wrong with an order, as a student reads it. */
function fault(order: number[], { n, edges }: Graph): string | undefined {
  const place = new Map(order.map((node, i) => [node, i]));
  const strange = order.find((node) => !(node >= 0 && node < n));
  if (strange !== undefined) return `${strange} is in the order, but nodes are numbered 0 to ${n - 1}`;
  if (place.size < order.length)
    return `a node is listed twice: ${order.length} entries, ${place.size} of them different`;
  if (place.size < n) return `${n - place.size} of the ${n} nodes are missing from the order`;
  const bad = edges.find(([from, to]) => !(place.get(from)! < place.get(to)!));
  return bad && `edge [${bad.join(", ")}] asks for ${bad[0]} before ${bad[1]}, but ${bad[1]} comes first`;
}

/** Kahn's algorithm, which a mistake may begin with fewer nodes, or with edges that it forgets to take off. */
function kahn({ n, edges }: Graph, { takes = edges, first = (node: number) => node >= 0 } = {}) {
  const left = Array.from({ length: n }, () => 0);
  const next: number[][] = left.map(() => []);
  for (const [, to] of edges) left[to]!++;
  for (const [from, to] of takes) next[from]!.push(to);
  const order = left.flatMap((count, node) => (count === 0 && first(node) ? [node] : []));
  for (const node of order) for (const to of next[node]!) if (--left[to]! === 0) order.push(to);
  return order;
}
const once = (edges: Edge[]) => [...new Map(edges.map((edge) => [`${edge}`, edge])).values()];
const CYCLE = "the graph has a cycle";
const finished = (order: number[], { n }: Graph): Order =>
  order.length < n ? { threw: CYCLE } : { value: order };

/**
 * What a reader sees of an order, whichever of the many it is: the nodes that it lists, and which way its edges run.
 * Two answers with the same symptom have the same mistake.
 */
function symptom({ value, threw }: Order, { edges }: Graph): string {
  if (value === undefined) return threw === TOO_DEEP ? "too deep" : "threw";
  const place = new Map(value.map((node, i) => [node, i]));
  const listed = edges.filter(([from, to]) => place.has(from) && place.has(to));
  const forwards = listed.filter(([from, to]) => place.get(from)! < place.get(to)!).length;
  const way = forwards === listed.length ? "forwards" : forwards === 0 ? "backwards" : "mixed";
  return `${way}: ${[...value].sort((a, b) => a - b).join()}`;
}
const TOO_DEEP = "it calls itself too deeply";

const shape = record<Order>({ value: maybe(list(int)), threw: maybe(text) });
const says = ({ value, threw }: Order, input: Graph): true | string => {
  if (input.cyclic)
    return threw !== undefined || "this graph has a cycle, so no order exists: throw an Error";
  if (threw !== undefined)
    return `topoOrder threw where an order exists: ${threw || "an error without a message"}`;
  if (value === undefined) return "topoOrder returns no list of nodes";
  return fault(value, input) ?? true;
};

const tooDeep =
  "topoOrder calls itself once for each node of the chain, and 20,000 calls inside one another are too deep: use a queue";

export default exercise<typeof import("../../../exercises/04-graphs/topo-order.ts")>()({
  title: "4.3 An order of the nodes",
  points: 1,
  source: "C24, M02, F05",
  exports: ["topoOrder"],
  input: dag,
  cases: () => ({
    "a cycle of three": graph(
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      true,
    ),
    "a cycle behind a node that can go": graph(
      4,
      [
        [3, 0],
        [0, 1],
        [1, 2],
        [2, 1],
      ],
      true,
    ),
    "a node that needs itself": graph(
      2,
      [
        [0, 1],
        [1, 1],
      ],
      true,
    ),
    "the same edge twice": graph(3, [
      [2, 0],
      [2, 0],
      [0, 1],
    ]),
    "a node without edges": graph(4, [
      [3, 1],
      [1, 0],
    ]),
    "no edges at all": graph(3, []),
    "a node that is needed on two ways of different length": graph(5, [
      [4, 0],
      [4, 3],
      [3, 2],
      [2, 0],
      [0, 1],
    ]),
    "a chain of 20,000 nodes": graph(
      CHAIN,
      Array.from({ length: CHAIN - 1 }, (_, i): Edge => [i, i + 1]),
    ),
    "a chain of 20,000 nodes, numbered from its end": graph(
      CHAIN,
      Array.from({ length: CHAIN - 1 }, (_, i): Edge => [i + 1, i]),
    ),
  }),
  call: (s, { n, edges }, kit): { order: Order } => ({ order: kit.attempt(() => s.topoOrder(n, edges)) }),
  parts: ({ holds }) => {
    const judged = holds(record({ order: shape }), ({ order }, input: Graph) => says(order, input));
    const same: Part<Graph>["same"] = (mistaken, answer, input) => {
      try {
        return symptom(mistaken as Order, input) === symptom(shape(answer, "order"), input);
      } catch {
        return false; // malformed: no such mistake
      }
    };
    return { order: { ...judged, same } };
  },
  slips: [
    {
      id: "isolated-lost",
      say: "nodes without edges are missing from the order: begin with all n nodes, not only with those that edges name",
      answers: (input) => {
        const named = new Set(input.edges.flat());
        const order = kahn(input, { first: (node) => named.has(node) });
        return { order: input.cyclic ? { threw: CYCLE } : { value: order } };
      },
    },
    {
      id: "isolated-lost",
      say: "nodes from which no edge leads on are missing from the order: they need a place as well",
      answers: (input) => {
        const from = new Set(input.edges.map(([node]) => node));
        const order = kahn(input).filter((node) => from.has(node));
        return { order: input.cyclic ? { threw: CYCLE } : { value: order } };
      },
    },
    {
      id: "duplicate-edges",
      say: "an edge that is listed twice is counted twice but taken off once: what it leads to waits for ever",
      answers: (input) => ({ order: finished(kahn(input, { takes: once(input.edges) }), input) }),
    },
    {
      id: "duplicate-edges",
      say: "an edge that is listed twice is counted twice but taken off once: what it leads to is missing from the order",
      answers: (input) => ({
        order: input.cyclic ? { threw: CYCLE } : { value: kahn(input, { takes: once(input.edges) }) },
      }),
    },
    {
      id: "reversed-order",
      say: "the order runs backwards: [from, to] says that to needs from, so from comes first",
      answers: (input) => ({ order: input.cyclic ? { threw: CYCLE } : { value: kahn(input).reverse() } }),
    },
    {
      id: "cycle-ignored",
      say: "a graph with a cycle gets a list that lacks nodes, as if all were well: count what you return, and throw an Error",
      answers: (input) => ({ order: { value: kahn(input) } }),
    },
    {
      id: "cycle-ignored",
      say: "a graph with a cycle gets an order, which cannot exist: notice when a node waits for itself, and throw an Error",
      answers: (input) => {
        const all = kahn(input);
        const rest = Array.from({ length: input.n }, (_, i) => i).filter((node) => !all.includes(node));
        return { order: { value: input.n === CHAIN ? all : [...all, ...rest] } };
      },
    },
    {
      id: "recursion-depth",
      say: tooDeep,
      answers: (input) => ({
        order: input.n === CHAIN ? { threw: TOO_DEEP } : finished(kahn(input), input),
      }),
    },
    // A call for each node behind this one is not as deep where the first node that is asked is the last of the chain.
    ...[0, 1].map((first) => ({
      id: "recursion-depth",
      say: tooDeep,
      answers: (input: Graph) => ({
        order:
          input.n === CHAIN && input.edges[0]?.[0] === first
            ? { threw: TOO_DEEP }
            : finished(kahn(input), input),
      }),
    })),
  ],
  hints: [
    "Which nodes can go first? And once one has gone, who has become free?",
    "Count for each node the edges that lead to it. Whose count is 0 can go; each one that goes lowers its successors' counts.",
    "Queue the zeros. For each node of the queue: lower the count of every successor, and append those that reach 0. Fewer than n at the end: throw.",
  ],
});
