/** @file Another quantity stands where a gradient belongs: a value, 1, or the gradient of something else. */
import type { Any } from "../../model/node.ts";
import type { Family } from "../mistake.ts";

export const misplaced: Family = function* (graph) {
  if (!graph.loss) return;
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
    yield made("1", "missing-factor", "is 1, not multiplied by what comes back from the loss", () => [1]);
    const fits = (found: Any) =>
      found !== node && (found.shape.join() === node.shape.join() || found.data.length === 1);
    for (const found of graph.tape.filter(fits)) {
      const label = graph.label(found);
      if (found.step || graph.asked.has(found))
        yield made(
          `gradient ${graph.key(found)}`,
          "skipped-layer",
          `holds the gradient of ${label}: what lies between the two is skipped`,
          () => graph.gradient(found),
        );
      if (graph.name(found))
        yield made(
          `value ${graph.key(found)}`,
          "value-for-gradient",
          `holds the value of ${label}, not a gradient`,
          () => found.data,
        );
    }
    yield made(
      "own value",
      "value-for-gradient",
      "holds the quantity itself, not its gradient",
      () => node.data,
    );
  }
};
