/**
 * @file The error at the output: what students write for ∂loss/∂z where it is c(σ(z) − y), c(softmax(z) − onehot) or
 * c(z − y). The model may say the loss in any form: a head is known by its gradient.
 */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family } from "../mistake.ts";

import { clipped } from "./clipped-errors.ts";
import { crossEntropy, squaredError } from "./entry-errors.ts";
import { type Numbers, sigmoid, softmax, type WrongError } from "./errors.ts";
import { hot, rowwise } from "./row-errors.ts";

type Wrong = WrongError & { readonly error: () => Numbers };
const at = (wrongErrors: (graph: Graph, node: Any, g: Numbers) => Iterable<Wrong>): Family =>
  function* (graph) {
    if (!graph.loss) return;
    for (const node of graph.tape) {
      const g = graph.gradient(node);
      if (!g.some((x) => x !== 0) || (!node.step && !graph.asked.has(node))) continue;
      let number = 0;
      for (const { id, say, error } of wrongErrors(graph, node, g))
        yield {
          key: `head ${graph.key(node)} ${number++} ${say}`,
          id,
          where: graph.label(node),
          say: `in the gradient by ${graph.label(node)}, ${say}`,
          at: node,
          ...departing(graph, { handOn: (here, arrived) => (here === node ? error() : arrived) }),
        };
    }
  };
export const heads = at(errorsAt);
/** Huber's error has branches, and a mistake in one of them shows only where it is taken. */
export const branches = at(branchesAt);

function* branchesAt(graph: Graph, node: Any, g: Numbers): Generator<Wrong> {
  for (const leaf of graph.tape.filter((each) => !each.step && each.shape.length === 0)) {
    const d = leaf.data[0]!;
    const hold = (r: number) => Math.max(-d, Math.min(d, r));
    const c = g[0]! / hold(node.data[0]!);
    const held = node.data.some((r) => Math.abs(r) > d) && node.data.some((r) => Math.abs(r) < d);
    if (!held || !g.every((x, i) => close(x, c * hold(node.data[i]!)))) continue;
    for (const { error, ...rest } of clipped)
      yield { ...rest, error: () => node.data.map((r) => c * error(r, d)) };
    break;
  }
}

function* errorsAt(graph: Graph, node: Any, g: Numbers): Generator<Wrong> {
  const binary = labelsOf(node.data, g);
  if (binary) {
    const { c, y } = binary;
    for (const { error, ...rest } of crossEntropy)
      yield { ...rest, error: () => node.data.map((z, i) => c * error(z, y[i]!, node.data.length)) };
  }
  const classes = classesOf(node, g);
  if (classes) {
    const { c, t, rows } = classes;
    for (const { error, ...rest } of rowwise)
      yield {
        ...rest,
        error: () =>
          rows.flatMap((z, i) =>
            error({ z, p: softmax(z), t: t[i]!, all: rows, labels: t, i }).map((x) => c * x),
          ),
      };
  }
  for (const y of graph.tape.filter(
    (leaf) => !leaf.step && leaf !== node && leaf.shape.join() === node.shape.join(),
  )) {
    const c = g[0]! / (node.data[0]! - y.data[0]!);
    // A single number fits with any y: then the difference must be there to see.
    const isResidual =
      node.data.length > 1 ||
      graph.uses[node.id]!.some((use) => graph.op(use) === "sub" && use.step!.args.includes(y));
    if (!isResidual || !g.every((x, i) => close(x, c * (node.data[i]! - y.data[i]!)))) continue;
    for (const { error, ...rest } of squaredError)
      yield { ...rest, error: () => node.data.map((z, i) => c * error(z, y.data[i]!, node.data.length)) };
    break;
  }
}
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** g = c(σ(z) − y) with labels 0 and 1? */
function labelsOf(z: Numbers, g: Numbers): { c: number; y: Numbers } | undefined {
  const y = g.map((x) => (x < 0 ? 1 : 0));
  const c = g[0]! / (sigmoid(z[0]!) - y[0]!);
  return g.every((x, i) => close(x, c * (sigmoid(z[i]!) - y[i]!))) && (z.length > 1 || close(c, 1))
    ? { c, y }
    : undefined;
}
/** Rows of g = c(softmax(z) − onehot)? */
function classesOf({ shape, data }: Any, g: Numbers) {
  const k = shape.at(-1);
  if (shape.length === 0 || k === undefined || k < 2) return undefined;
  const rowsOf = (flat: Numbers) =>
    Array.from({ length: flat.length / k }, (_, i) => flat.slice(i * k, (i + 1) * k));
  const [rows, gs] = [rowsOf(data), rowsOf(g)];
  const t = gs.map((row) => row.findIndex((x) => x < 0));
  const first = t[0] === 0 ? 1 : 0;
  const c = gs[0]![first]! / softmax(rows[0]!)[first]!;
  const fits = rows.every((z, i) => softmax(z).every((x, j) => close(gs[i]![j]!, c * (x - hot(j, t[i]!)))));
  return fits ? { c, t, rows } : undefined;
}
