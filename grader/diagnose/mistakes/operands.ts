/** @file Another quantity of the same shape stands where a factor or an activation's input belongs. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family } from "../mistake.ts";
import { permuted, repeated, summed } from "./orders.ts";
import { type Factor, factorsIn, withFactors } from "./products.ts";
import { ACTIVATIONS } from "./site.ts";
import { slopeAt, withSlope } from "./slopes.ts";

type Numbers = readonly number[];
const sameShape = (a: Any, b: Any) => a.shape.join() === b.shape.join();
const isActivation = (graph: Graph, node: Any) => ACTIVATIONS.includes(graph.op(node)!);

/** The value that this product's layer puts out: past an addition and an activation. */
function outputOf(graph: Graph, product: Any): { z: Any; h: Any } | undefined {
  const z = graph.uses[product.id]!.find((use) => graph.op(use) === "add") ?? product;
  return { z, h: graph.uses[z.id]!.find((use) => isActivation(graph, use)) ?? z };
}

/** For every layer at once: which other quantity was read. */
const everyLayer: readonly {
  id: string;
  say: string;
  read: (graph: Graph, layer: Factor, layers: readonly Factor[]) => Any | undefined;
}[] = [
  {
    id: "off-by-one-layer",
    say: "is multiplied by the layer's own output; it takes the layer's input",
    read: (graph, { product }) => outputOf(graph, product)?.h,
  },
  {
    id: "wrong-cache",
    say: "is multiplied by the layer's own value before the activation; it takes the layer's input",
    read: (graph, { product }) => outputOf(graph, product)?.z,
  },
  {
    id: "wrong-cache",
    say: "is multiplied by the value before the activation; it takes the value after it",
    read: (graph, { other }) => (isActivation(graph, other) ? other.step!.args[0] : other),
  },
  ...[1, -1].map((by) => ({
    id: "off-by-one-layer",
    say: `is multiplied by what belongs to the layer ${by > 0 ? "above" : "below"}`,
    read: (_graph: Graph, layer: Factor, layers: readonly Factor[]) =>
      layers[layers.indexOf(layer) + by]?.other ?? layer.other,
  })),
];

export const operands: Family = function* (graph) {
  const factors = factorsIn(graph);
  const isParameter = (node: Any) => !node.step && graph.asked.has(node);
  const groups = {
    "the gradient of every weight": factors.filter(
      ({ own, other }) => isParameter(own) && !isParameter(other),
    ),
    "what every layer hands back": factors.filter(
      ({ own, other }) => isParameter(other) && !isParameter(own),
    ),
  };
  for (const [name, layers] of Object.entries(groups))
    for (const { id, say, read } of everyLayer) {
      const wrong = layers.flatMap((layer): [Factor, Numbers][] => {
        const found = read(graph, layer, layers);
        return found && found !== layer.other && sameShape(found, layer.other) ? [[layer, found.data]] : [];
      });
      if (wrong.length > 1)
        yield {
          key: `${name} ${say}`,
          id,
          where: name,
          say: `${name} ${say}`,
          ...withFactors(graph, wrong),
        };
    }
  for (const factor of factors) yield* oneOperand(graph, factor);
  yield* otherSlopes(graph);
};

/** Two parameters, or two outputs of layers: one could be taken for the other. */
const alike = (graph: Graph, a: Any, b: Any) =>
  (!a.step && !b.step) || (isActivation(graph, a) || !a.step) === (isActivation(graph, b) || !b.step);

function* oneOperand(graph: Graph, factor: Factor) {
  const { product, own, other } = factor;
  for (const found of graph.tape) {
    if (found === other || found === own || !sameShape(found, other) || (!found.step && !graph.name(found)))
      continue;
    yield {
      key: `operand ${graph.key(product)} ${factor.i} ${graph.key(found)}`,
      id: alike(graph, found, other) ? "off-by-one-layer" : "wrong-cache",
      where: graph.label(product),
      say: `the gradient of ${graph.label(own)} is multiplied by ${graph.label(found)}; it takes ${graph.label(other)}`,
      ...withFactors(graph, [[factor, found.data]]),
    };
  }
  for (const { id, say, of } of [...permuted, ...repeated, ...summed]) {
    const moved = of(other.data, other.shape);
    if (!moved) continue;
    yield {
      key: `index ${graph.key(product)} ${factor.i} ${say}`,
      id,
      where: graph.label(product),
      say: `the gradient of ${graph.label(own)} is multiplied by the numbers of ${graph.label(other)}, but they are ${say}`,
      ...withFactors(graph, [[factor, moved]]),
    };
  }
  if (graph.op(product) === "matmul" && own.shape.length === 2 && other.data.length === product.data.length)
    yield {
      key: `dot ${graph.key(product)} ${factor.i}`,
      id: "dot-instead-of-outer",
      where: graph.label(product),
      at: product,
      say: `the gradient of ${graph.label(own)} is one number everywhere, a dot product: each entry is a product of its own`,
      ...departing(graph, {
        piece: (at, i, g) => {
          if (at !== product || i !== factor.i) return undefined;
          const dot = g.reduce((sum, x, k) => sum + x * other.data[k]!, 0);
          return own.data.map(() => dot);
        },
      }),
    };
  if (graph.op(product) === "matmul" && other.shape.length === 2)
    yield {
      key: `own entry ${graph.key(product)} ${factor.i}`,
      id: "swapped-mul",
      where: graph.label(product),
      at: product,
      say: `each entry of the gradient of ${graph.label(own)} is multiplied by ${graph.label(own)} itself; it takes ${graph.label(other)}`,
      ...departing(graph, {
        piece: (at, i, g) => (at === product && i === factor.i ? ownEntries(factor, g) : undefined),
      }),
    };
  if (!other.step && graph.asked.has(other) && graph.loss)
    yield {
      key: `gradient for value ${graph.key(product)} ${factor.i}`,
      id: "wrong-cache",
      where: graph.label(product),
      say: `the gradient of ${graph.label(own)} is multiplied by the gradient of ${graph.label(other)}; it takes ${graph.label(other)} itself`,
      ...withFactors(graph, [[factor, graph.gradient(other)]]),
    };
  if (isActivation(graph, other))
    yield {
      key: `slope for value ${graph.key(product)} ${factor.i}`,
      id: "wrong-cache",
      where: graph.label(product),
      say: `the gradient of ${graph.label(own)} is multiplied by the slope of ${graph.label(other)}; it takes the value`,
      ...withFactors(graph, [[factor, slopeAt(other)]]),
    };
}

/** Σ g over what the loop runs, times the factor's own entry: for a product (n, k)·(k, m). */
function ownEntries({ product, own, other, i }: Factor, g: Numbers): Numbers {
  const columns = i === 0 ? other.shape[1]! : (own.shape[1] ?? 1);
  const rows = product.data.length / columns;
  return own.data.map((x, f) => {
    const along =
      i === 0
        ? g.slice(Math.floor(f / other.shape[0]!) * columns).slice(0, columns)
        : Array.from({ length: rows }, (_, r) => g[r * columns + (f % columns)]!);
    return x * along.reduce((a, b) => a + b, 0);
  });
}

/** The slope asked at another quantity, or another activation's slope. */
function* otherSlopes(graph: Graph) {
  const activations = graph.tape.filter((node) => isActivation(graph, node));
  for (const node of activations)
    for (const found of graph.tape) {
      const x = node.step!.args[0]!;
      if (found === x || found === node || found.id > node.id + 12 || (!found.step && !graph.name(found)))
        continue;
      // A term of a sum in place of the sum is a wrong value on the way forward.
      if (graph.op(x) === "add" && x.step!.args.includes(found)) continue;
      if (!sameShape(found, x) && found.data.length !== 1) continue;
      const elsewhere = activations.some(
        (other) => other !== node && (other.step!.args[0] === found || other === found),
      );
      yield {
        key: `slope at ${graph.key(node)} ${graph.key(found)}`,
        id: elsewhere ? "off-by-one-layer" : "wrong-eval-point",
        where: graph.label(node),
        say: `going back through ${graph.label(node)}, the slope is asked at ${graph.label(found)}; it belongs to ${graph.label(x)}`,
        ...withSlope(graph, [node], ({ slopeOf }) => slopeOf(found.data)),
      };
    }
  for (const by of [1, -1]) {
    if (activations.length < 2) continue;
    yield {
      key: `slopes shifted ${by}`,
      id: "off-by-one-layer",
      where: "every activation",
      say: `every layer takes the slope of the activation ${by > 0 ? "above" : "below"} it`,
      ...withSlope(graph, activations, ({ node, slope, slopeOf }) => {
        const next = activations[activations.indexOf(node) + by];
        return next && sameShape(next, node) ? slopeOf(next.step!.args[0]!.data) : slope;
      }),
    };
  }
}
