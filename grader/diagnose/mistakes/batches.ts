/** @file Sums over examples: only some of them, along the wrong axis, or taken apart where they belong together. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";
import { dividedBy } from "./divisors.ts";
import { factorsIn, handed } from "./products.ts";
import { countsIn, isMean } from "./ratios.ts";

type Numbers = readonly number[];

export const batches: Family = function* (graph) {
  yield* partOfBatch(graph);
  for (const node of graph.tape) {
    if (["add", "sub"].includes(graph.op(node) ?? "")) yield* broadcastSums(graph, node);
    if (isMean(graph, node)) yield* otherDivisors(graph, node);
  }
  yield* productsOfSums(graph);
};

/** What is one of many there: the data of these names have a row for each example. */
const nounFor = (graph: Graph, node: Any, otherwise: string): string =>
  [...graph.leaves(node)].some((leaf) => ["X", "xs", "ys"].includes(graph.name(leaf) ?? ""))
    ? "example"
    : otherwise;
/** Which rows of a gradient (rows, …) are left. */
const PARTS: readonly { which: string; keeps: (row: number, rows: number) => boolean }[] = [
  { which: "last", keeps: (row, rows) => row === rows - 1 },
  { which: "first", keeps: (row) => row === 0 },
];

function* partOfBatch(graph: Graph): Generator<Mistake> {
  for (const node of graph.tape) {
    const rows = node.shape[0] ?? 1;
    const summed = graph.uses[node.id]!.some((use) => graph.op(use) === "sum");
    if (!summed || rows < 2 || !node.step || !graph.reaches(node)) continue;
    const each = node.data.length / rows;
    const noun = nounFor(graph, node, "term");
    for (const { which, keeps } of PARTS)
      yield {
        key: `batch ${graph.key(node)} ${which}`,
        id: "only-part-of-batch",
        where: graph.label(node),
        say: `only the ${which} ${noun} contributes: the others are overwritten or left out of the loop, add them all up`,
        ...departing(graph, {
          handOn: (at, g) => (at === node ? g.map((x, k) => (keeps(Math.floor(k / each), rows) ? x : 0)) : g),
        }),
      };
    const live = node.data.map((x, k) => (x !== 0 ? k : -1)).filter((k) => k >= 0);
    for (const [which, only] of [
      ["last", live.at(-1)],
      ["first", live[0]],
    ] as const)
      yield {
        key: `batch ${graph.key(node)} live ${which}`,
        id: "only-part-of-batch",
        where: graph.label(node),
        say: `only the ${which} ${noun} that is not 0 contributes: add them all up`,
        ...departing(graph, { handOn: (at, g) => (at === node ? g.map((x, k) => (k === only ? x : 0)) : g) }),
      };
  }
  for (const factor of factorsIn(graph)) {
    const rows = factor.product.shape[0] ?? 1;
    if (factor.i === 0 || factor.product.shape.length < 1 || rows < 2 || factor.other.shape.length < 2)
      continue;
    const each = factor.product.data.length / rows;
    for (const { which, keeps } of PARTS)
      yield {
        key: `rows ${graph.key(factor.product)} ${which}`,
        id: "only-part-of-batch",
        where: graph.label(factor.product),
        say: `only the ${which} ${nounFor(graph, factor.other, "output")} contributes to the gradient of ${graph.label(factor.own)}: add them all up`,
        ...departing(graph, {
          piece: (at, i, g) =>
            at === factor.product && i === factor.i
              ? handed(
                  factor,
                  g.map((x, k) => (keeps(Math.floor(k / each), rows) ? x : 0)),
                  factor.other.data,
                )
              : undefined,
        }),
      };
  }
}

/** The gradient of what is added to every row: its sum over the rows, with slips. */
function* broadcastSums(graph: Graph, node: Any): Generator<Mistake> {
  for (const [i, own] of node.step!.args.entries()) {
    const [rows, n] = [node.data.length / own.data.length, own.data.length];
    if (rows < 2 || !own.data.length || !graph.reaches(own)) continue;
    const sign = i === 1 && graph.op(node) === "sub" ? -1 : 1;
    const row = (g: Numbers, r: number) => g.slice(r * n, (r + 1) * n);
    const total = (g: Numbers) => g.reduce((a, b) => a + b, 0);
    const slips: readonly [id: string, say: string, of: (g: Numbers) => Numbers][] = [
      ["missing-broadcast-sum", "only the first row's gradient was taken", (g) => row(g, 0)],
      ["only-part-of-batch", "only the last row's gradient was taken", (g) => row(g, rows - 1)],
      ["wrong-axis", "everything was summed to one number", (g) => own.data.map(() => total(g))],
      ["wrong-axis", "the sums run along the rows", (g) => own.data.map((_, k) => total(row(g, k % rows)))],
      [
        "missing-factor",
        "the number of rows stands there, not the sum of their gradients",
        () => own.data.map(() => rows),
      ],
      ["missing-factor", "1 stands there, not the sum of the rows' gradients", () => own.data.map(() => 1)],
      [
        "sum-vs-mean",
        "the rows' gradients were averaged; they must be summed",
        (g) => own.data.map((_, k) => total(g.filter((__, f) => f % n === k)) / rows),
      ],
    ];
    for (const [id, say, of] of slips)
      yield {
        key: `broadcast ${graph.key(node)} ${i} ${say}`,
        id,
        where: graph.label(own),
        say: `${graph.label(own)} is added to every row, so its gradient is the sum over the rows; ${say}`,
        ...departing(graph, {
          piece: (at, k, g) => (at === node && k === i ? of(g).map((x) => sign * x) : undefined),
        }),
      };
  }
}

function* otherDivisors(graph: Graph, node: Any): Generator<Mistake> {
  const right = node.step!.args[1]!.data[0]!;
  for (const { name, n } of countsIn(graph))
    if (n !== right)
      yield dividedBy(graph, node, {
        key: `divisor ${graph.key(node)} ${name}`,
        say: `${name}; it is over something else`,
        n,
      });
}

/** Where a sum over examples of products was made a product of sums. */
function* productsOfSums(graph: Graph): Generator<Mistake> {
  for (const factor of factorsIn(graph)) {
    const { product, own, other, i } = factor;
    if (graph.op(product) !== "matmul" || i !== 1 || other.shape.length !== 2) continue;
    const [rows, columns] = other.shape as [number, number];
    const outputs = product.data.length / rows;
    const columnSum = (data: Numbers, width: number, c: number) =>
      data.filter((_, k) => k % width === c).reduce((a, b) => a + b, 0);
    for (const by of [1 / rows, 1])
      yield {
        key: `product of sums ${graph.key(product)} ${by === 1}`,
        id: "mean-of-products",
        where: graph.label(product),
        say: `the gradient of ${graph.label(own)} multiplies two sums over the examples; it is the sum of their products`,
        ...departing(graph, {
          piece: (at, k, g) =>
            at === product && k === i
              ? own.data.map(
                  (_, f) =>
                    by *
                    columnSum(other.data, columns, Math.floor(f / outputs)) *
                    columnSum(g, outputs, f % outputs),
                )
              : undefined,
        }),
      };
    const running = (f: number, g: Numbers) => {
      let sum = 0;
      for (let r = 0; r < rows; r++) {
        let product = g[r * outputs + (f % outputs)]!;
        for (let c = 0; c <= Math.floor(f / outputs); c++) product *= other.data[r * columns + c]!;
        sum += product;
      }
      return sum;
    };
    yield {
      key: `running product ${graph.key(product)}`,
      id: "running-product",
      where: graph.label(product),
      say: `the error is multiplied by one feature after the other and never starts anew: entry j of ${graph.label(own)} takes feature j alone`,
      ...departing(graph, {
        piece: (at, k, g) => (at === product && k === i ? own.data.map((_, f) => running(f, g)) : undefined),
      }),
    };
  }
}
