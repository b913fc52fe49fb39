/** @file Right numbers times a constant, or in another order: of the whole answer, or of one part of it. */
import type { Any } from "../../model/node.ts";
import type { Answer, Graph, Slot } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";

type Numbers = readonly number[];
interface Change {
  readonly id: string;
  /** After "the gradients" or the name of a part. */
  readonly say: string;
  readonly of: (numbers: Numbers, slot: Slot) => Numbers | undefined;
}
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
  times("factor-2", 4, "four times what they should be: look for a factor 2 used the wrong way round"),
  times("factor-2", 0.25, "a quarter of what they should be: look for a factor 2 used the wrong way round"),
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
const byNumber = ({ name, n }: Count): Change[] =>
  [1, 2, 0.5, -1].flatMap((also) => [
    times(
      "sum-vs-mean",
      also * n,
      `too large by ${name}: where a mean is asked for, a sum must be divided by it`,
    ),
    times(
      "sum-vs-mean",
      also / n,
      `too small by ${name}: divided by it although it should not be, or once too often`,
    ),
  ]);

/** Rows and columns exchanged; only a square matrix keeps its shape. */
const orders: readonly Change[] = [
  {
    id: "transposed",
    say: "right but for their places: rows and columns are exchanged",
    of: (numbers, { shape: [n, m] }) =>
      n !== undefined && n === m && n > 1
        ? numbers.map((_, k) => numbers[(k % n) * n + Math.floor(k / n)]!)
        : undefined,
  },
  {
    id: "wrong-index",
    say: "right but in reverse order: the first entry belongs to the first quantity",
    of: (numbers) => (numbers.length > 1 ? [...numbers].reverse() : undefined),
  },
  ...[1, -1].map((by) => ({
    id: "wrong-index",
    say: "right but shifted by one place: an index is off by one",
    of: (numbers: Numbers) =>
      numbers.length > 1 ? numbers.map((_, k) => numbers.at((k + by) % numbers.length)!) : undefined,
  })),
];

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

const changed = (graph: Graph, part: string | undefined, change: Change): Answer | undefined => {
  const answer = graph.right.map((numbers, s) =>
    part === undefined || graph.slots[s]!.part === part ? change.of(numbers, graph.slots[s]!) : numbers,
  );
  return answer.every((slot) => slot !== undefined) ? (answer as Answer) : undefined;
};

const mistake = (graph: Graph, part: string | undefined, change: Change): Mistake => ({
  key: `ratio ${part ?? ""} ${change.id} ${change.say}`,
  id: change.id,
  where: part ?? "",
  say: `the numbers in ${part ?? partsOf(graph).join(", ")} are ${change.say}`,
  answer: () => changed(graph, part, change),
});
const partsOf = (graph: Graph) => [...new Set(graph.slots.map((slot) => slot.part))];

/** The whole answer. */
export const wholeRatios: Family = function* (graph) {
  const changes = [...factors, ...countsIn(graph).flatMap(byNumber)];
  for (const change of changes) yield mistake(graph, undefined, change);
  if (partsOf(graph).length === 1) for (const change of orders) yield mistake(graph, undefined, change);
};
/** One part, the others right. */
export const partRatios: Family = function* (graph) {
  if (partsOf(graph).length === 1) return;
  for (const part of partsOf(graph))
    for (const change of [...factors, ...orders, ...countsIn(graph).flatMap(byNumber)])
      yield mistake(graph, part, change);
};
