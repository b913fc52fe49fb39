/** @file Kind: an algorithm with many right answers, judged by a property (as 4.3). */
import type { Draw } from "../../../grader/draw.ts";
import { exercise } from "../../../grader/exercise.ts";
import { int, list, maybe, record, text } from "../../../grader/judge/shape.ts";

type Edge = [from: number, to: number];
const graph = (n: number, edges: Edge[], cyclic = false) => ({ n, edges, cyclic });
/** Edges along a hidden order, so that there is no cycle. */
const dag = (d: Draw, n: number) => {
  const label = Array.from({ length: n }, (_, i) => ({ i, at: d.real() })).sort((a, b) => a.at - b.at);
  const edge = (): Edge => {
    const to = d.int(1, n - 1);
    return [label[d.int(0, to - 1)]!.i, label[to]!.i];
  };
  return graph(n, Array.from({ length: 2 * n }, edge));
};

export default exercise<typeof import("./right.ts")>()({
  title: "0.3 An order of the nodes",
  points: 1,
  source: "C24",
  exports: ["topoOrder"],
  input: (d) => dag(d, d.int(5, 20)),
  cases: () => ({
    "a cycle": graph(
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      true,
    ),
    "the same edge twice": graph(2, [
      [1, 0],
      [1, 0],
    ]),
    "a node without edges": graph(3, [[2, 0]]),
    "a chain of 2,000 nodes": graph(
      2000,
      Array.from({ length: 1999 }, (_, i): Edge => [i, i + 1]),
    ),
  }),
  call: (s, { n, edges }, kit) => kit.attempt(() => s.topoOrder(n, edges)),
  parts: ({ holds }) => ({
    "every node after those it needs": holds(
      record({ value: maybe(list(int)), threw: maybe(text) }),
      ({ value, threw }, { n, edges, cyclic }) => {
        if (cyclic)
          return threw !== undefined || "this graph has a cycle, so no order exists: throw an Error";
        if (!value) return `topoOrder threw: ${threw}`;
        const place = new Map(value.map((node, i) => [node, i]));
        if (value.length !== n || place.size !== n)
          return `${n} nodes are expected, each once; you list ${value.length}, ${place.size} of them different`;
        const bad = edges.find(([from, to]) => !(place.get(from)! < place.get(to)!));
        return !bad || `edge ${bad[0]} → ${bad[1]}: ${bad[1]} comes before ${bad[0]}`;
      },
    ),
  }),
  hints: ["Which nodes can go first?", "Count the incoming edges.", "Queue those with none left."],
});
