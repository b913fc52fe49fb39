/** @file Right numbers times a constant: of the whole answer, or of one part of it. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import type { Family } from "../mistake.ts";
import { type Change, mistakeOf, partsOf } from "./change.ts";

const times = (id: string, factor: number, say: string): Change => ({
  id,
  say,
  of: (numbers) => numbers.map((x) => factor * x),
});

const factors: readonly Change[] = [
  times("all-zeros", 0, "0 everywhere: nothing was added up, or it was lost before the return"),
  times(
    "sign",
    -1,
    "right but for the sign: look for a difference taken the other way round, or a minus that was lost",
  ),
  times("factor-2", 0.5, "half of what they should be: look for a factor 2 that was lost"),
  times("factor-2", 2, "twice what they should be: look for a factor 2 too many"),
  times(
    "factor-2",
    4,
    "four times what they should be: two factors 2 too many, or one used the wrong way round",
  ),
  times(
    "factor-2",
    0.25,
    "a quarter of what they should be: two factors 2 were lost, or one is used the wrong way round",
  ),
  times(
    "factor-2",
    -0.5,
    "half of what they should be, with the opposite sign: a factor 2 and a minus were lost",
  ),
  times("factor-2", -2, "twice what they should be, with the opposite sign"),
  times(
    "log-base",
    Math.LN10,
    "too large by the factor ln 10: a logarithm to base 10 is not the natural one",
  ),
  times("log-base", 1 / Math.LN10, "too small by the factor ln 10: a natural logarithm has no such constant"),
  times("log-base", Math.LN10 ** 2, "too large by a power of ln 10: it belongs into the denominator"),
  times("log-base", 1 / Math.LN2, "too large by 1/ln 2: the logarithm has another base"),
  times("log-base", Math.LN10 / Math.LN2, "too large by ln 10/ln 2: the logarithm has another base"),
];
const BESIDES = [
  [1, ""],
  [2, ", and by a factor 2"],
  [0.5, ", and off by a factor 2"],
  [-1, ", and of the opposite sign"],
  [-2, ", off by a factor 2, and of the opposite sign"],
] as const;
const byNumber = ({ name, n }: Count): Change[] =>
  BESIDES.flatMap(([also, besides]) => [
    times(
      "sum-vs-mean",
      also * n,
      `too large by ${name}${besides}: where a mean is asked for, a sum must be divided by it`,
    ),
    times(
      "sum-vs-mean",
      also / n,
      `too small by ${name}${besides}: divided by it although it should not be, or once too often`,
    ),
  ]);

interface Count {
  readonly name: string;
  readonly n: number;
}
/** How many examples, columns and entries there are: what a sum may be divided by. */
export function countsIn(graph: Graph): Count[] {
  const data = graph.tape.filter((node) => !node.step && node.shape.length > 0);
  const matrices = data.filter((node) => node.shape.length === 2);
  const [rows, columns] = matrices[0]?.shape ?? [data[0]?.shape[0]];
  const divisor = graph.tape.find((node) => isMean(graph, node))?.step?.args[1]?.data[0];
  const counts: Count[] = [
    { name: "the number of examples", n: divisor ?? rows ?? 1 },
    { name: "the number of rows", n: rows ?? 1 },
    { name: "the number of columns", n: columns ?? 1 },
    { name: "the number of entries", n: (rows ?? 1) * (columns ?? 1) },
  ];
  return counts.filter(({ n }) => n > 1);
}
export const isMean = (graph: Graph, node: Any): boolean =>
  graph.op(node) === "div" && graph.op(node.step!.args[0]!) === "sum";

/** The whole answer. */
export const wholeRatios: Family = function* (graph) {
  for (const change of [...factors, ...countsIn(graph).flatMap(byNumber)])
    yield mistakeOf(graph, undefined, change);
};
/** One part, the others right. */
export const partRatios: Family = function* (graph) {
  if (partsOf(graph).length === 1) return;
  for (const part of partsOf(graph))
    for (const change of [...factors, ...countsIn(graph).flatMap(byNumber)])
      yield mistakeOf(graph, part, inPart(change));
};
const inPart = (change: Change): Change =>
  change.id === "factor-2" ? { ...change, id: "factor-2-partial" } : change;
