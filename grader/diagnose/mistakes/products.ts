/** @file The gradient of a factor takes the other factor: left out, exchanged, or another quantity in its place. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";

type Numbers = readonly number[];

/** One factor of a product, and the other one, whose value its gradient takes. */
export interface Factor {
  readonly product: Any;
  readonly i: 0 | 1;
  readonly own: Any;
  readonly other: Any;
}

export const factorsIn = (graph: Graph): Factor[] =>
  graph.tape.flatMap((product) => {
    if (!["mul", "matmul"].includes(graph.op(product) ?? "")) return [];
    const [a, b] = product.step!.args as [Any, Any];
    return [
      { product, i: 0 as const, own: a, other: b },
      { product, i: 1 as const, own: b, other: a },
    ].filter(({ own }) => graph.reaches(own));
  });

/** What a factor gets when other numbers stand in the place of the other factor. */
export const handed = ({ product, i, other }: Factor, g: Numbers, values: Numbers): Numbers => {
  const { op, args, at } = product.step!;
  const xs = args.map((arg, k) => ({ shape: arg.shape, data: k === i ? arg.data : values }));
  return other.data.length === values.length ? op.vjp(float64, g, product.data, xs, at)[i]! : [];
};
/** The answer when these factors meet other numbers than the other factor's. */
export const withFactors = (graph: Graph, wrong: readonly (readonly [Factor, Numbers])[]) => ({
  ...(wrong.length === 1 && { at: wrong[0]![0].product }),
  ...departing(graph, {
    piece: (node, i, g) => {
      const found = wrong.find(([factor]) => factor.product === node && factor.i === i);
      return found && handed(found[0], g, found[1]);
    },
  }),
});

const sameShape = (a: Any, b: Any) => a.shape.join() === b.shape.join();
const isConstant = (node: Any) => !node.step && node.shape.length === 0;

export const products: Family = function* (graph) {
  const factors = factorsIn(graph);
  for (const factor of factors) yield* oneFactor(graph, factor);
  for (const product of new Set(factors.map((factor) => factor.product))) {
    const both = factors.filter((factor) => factor.product === product);
    if (both.length === 2 && sameShape(both[0]!.own, both[1]!.own) && both[0]!.own !== both[1]!.own)
      yield {
        key: `swapped ${graph.key(product)}`,
        id: "swapped-mul",
        where: graph.label(product),
        say: `at the product ${graph.label(product)} the gradients are exchanged: each factor's takes the other factor`,
        ...withFactors(
          graph,
          both.map((factor) => [factor, factor.own.data] as const),
        ),
      };
  }
};

function* oneFactor(graph: Graph, factor: Factor): Generator<Mistake> {
  const { own, other, product } = factor;
  const [gradient, value] = [graph.label(own), graph.label(other)];
  const made = (key: string, id: string, say: string, values: Numbers): Mistake => ({
    key: `factor ${graph.key(product)} ${factor.i} ${key}`,
    id,
    where: graph.label(product),
    say,
    ...withFactors(graph, [[factor, values]]),
  });
  const two = isConstant(other) && [2, 0.5].includes(other.data[0]!);
  yield made(
    "ones",
    two ? "factor-2" : "missing-factor",
    two
      ? `the constant factor of ${gradient} is lost on the way back`
      : `the gradient of ${gradient} is not multiplied by ${value}`,
    other.data.map(() => 1),
  );
  if (isConstant(other)) {
    yield made(
      "inverse",
      two ? "factor-2" : "extra-factor",
      `the gradient of ${gradient} is divided by ${value}, not multiplied`,
      other.data.map((v) => 1 / v),
    );
    return;
  }
  if (sameShape(own, other) && own !== other) {
    const upstream = other.shape.length > 0 && !other.step && !graph.asked.has(other) && own.step;
    yield made(
      "own",
      upstream ? "value-for-gradient" : "swapped-mul",
      upstream
        ? `the value of ${gradient} stands where ${value}, what comes back from behind it, belongs`
        : `the gradient of ${gradient} is multiplied by ${gradient} itself; the other factor belongs there`,
      own.data,
    );
  }
  yield made(
    "inverse",
    "divides-by-weight",
    `the gradient of ${gradient} is divided by ${value}, not multiplied`,
    other.data.map((v) => 1 / v),
  );
  if (other.shape.length === 2 && other.shape[0] === other.shape[1]) {
    const n = other.shape[0]!;
    yield made(
      "transposed",
      "transposed",
      `${value} is transposed the wrong way round in the gradient of ${gradient}`,
      other.data.map((_, k) => other.data[(k % n) * n + Math.floor(k / n)]!),
    );
  }
}
