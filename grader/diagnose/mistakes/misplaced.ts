/** @file Another quantity stands where a gradient belongs: a value, 1, or the gradient of something else. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import type { Family } from "../mistake.ts";
import { between, lostIn } from "./between.ts";

export const misplaced: Family = function* (graph) {
  const { loss } = graph;
  if (!loss) return;
  for (const { node, name } of graph.slots) {
    if (!graph.asked.has(node)) continue;
    const made = (key: string, id: string, say: string, numbers: () => readonly number[]) => ({
      key: `misplaced ${name} ${key}`,
      id,
      where: name,
      say: `${name} ${say}`,
      answer: () => {
        const made = numbers();
        return graph.arriving(
          node,
          node.data.map((_, k) => made[k % made.length]!),
        );
      },
    });
    const value = (found: Any, label: string) =>
      made(
        `value ${graph.key(found)}`,
        "value-for-gradient",
        `holds the value of ${label}, not a gradient`,
        () => found.data,
      );
    yield made("1", "missing-factor", "is 1, not multiplied by what comes back from the loss", () => [1]);
    yield value(loss, graph.label(loss));
    const fits = (found: Any) =>
      found !== node && (found.shape.join() === node.shape.join() || found.data.length === 1);
    const others = graph.tape.filter(fits);
    const leading = (found: Any) => between(graph, node, found).length > 0;
    for (const found of others.filter(leading)) yield made(...gradientOf(graph, node, found));
    for (const found of others) {
      if (found.step || graph.asked.has(found)) yield made(...gradientOf(graph, node, found));
      if (graph.name(found)) yield value(found, graph.label(found));
    }
    yield value(node, "the quantity itself");
    for (const found of others)
      if (graph.name(found))
        yield made(
          `reciprocal ${graph.key(found)}`,
          "divides-by-weight",
          `is 1 divided by ${graph.label(found)}: that is no gradient`,
          () => found.data.map((x) => 1 / x),
        );
    for (const found of graph.asked)
      for (const [which, of] of sums(node, found))
        yield made(
          `${which} of ${graph.key(found)}`,
          "wrong-cache",
          `holds ${which} of the gradient of ${graph.label(found)}: it has a sum of its own`,
          () => of(graph.gradient(found)),
        );
  }
};

type Made = [key: string, id: string, say: string, numbers: () => readonly number[]];
function gradientOf(graph: Graph, node: Any, found: Any): Made {
  const nodes = between(graph, node, found);
  const label = graph.label(found);
  return [
    `gradient ${graph.key(found)}`,
    nodes.length ? lostIn(graph, nodes) : "off-by-one-layer",
    nodes.length
      ? `holds the gradient of ${label}: what lies between the two is skipped`
      : `holds the gradient of ${label}`,
    () => graph.gradient(found),
  ];
}

type Numbers = readonly number[];
/** Sums of a gradient that fit another quantity. */
function sums(node: Any, found: Any): [which: string, of: (g: Numbers) => Numbers][] {
  const [rows, columns] = found.shape as [number, number];
  const sumOf = (g: Numbers, chosen: (k: number) => boolean) =>
    g.reduce((sum, x, k) => (chosen(k) ? sum + x : sum), 0);
  const fitting: [string, (g: Numbers) => Numbers][] = [];
  if (found.data.length > 1 && node.data.length === 1)
    fitting.push(["the sum", (g) => [sumOf(g, () => true)]]);
  if (found.shape.length !== 2 || node.shape.length !== 1) return fitting;
  if (node.data.length === columns)
    fitting.push(["the column sums", (g) => node.data.map((_, j) => sumOf(g, (k) => k % columns === j))]);
  if (node.data.length === rows)
    fitting.push([
      "the row sums",
      (g) => node.data.map((_, i) => sumOf(g, (k) => Math.floor(k / columns) === i)),
    ]);
  return fitting;
}
