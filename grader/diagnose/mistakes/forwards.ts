/** @file A wrong value on the way forward, and a way back that is right for it; or a wrong value where values are asked. */

import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import { elementwiseOps } from "../../model/ops/elementwise.ts";
import type { Graph } from "../graph.ts";
import type { Family, Mistake } from "../mistake.ts";
import { ACTIVATIONS } from "./site.ts";

type Numbers = readonly number[];
interface WrongValue {
  /** The class where values are asked; where gradients are, it is "wrong-forward". */
  readonly id: string;
  readonly say: string;
  readonly data: Numbers;
}
const at = (node: Any, k: number) => node.data[k % node.data.length]!;

export const forwards: Family = function* (graph) {
  const asksValues = graph.slots.some(({ asks }) => asks.what === "value");
  const made = (node: Any, { id, say }: Omit<WrongValue, "data">, answer: Mistake["answer"]): Mistake => ({
    key: `forward ${graph.key(node)} ${say}`,
    id: asksValues ? id : "wrong-forward",
    where: graph.label(node),
    say: `on the way forward, ${say}`,
    answer,
  });
  for (const node of graph.tape) {
    for (const wrong of wrongValues(graph, node, asksValues))
      yield made(node, wrong, () => graph.computing([[node, wrong.data]]));
    if (ACTIVATIONS.includes(graph.op(node)!)) {
      const x = node.step!.args[0]!;
      const upsideDown = `${graph.label(node)} is upside down: numerator and denominator are exchanged`;
      yield made(node, { id: "wrong-forward", say: upsideDown }, () =>
        graph.computing([[node, node.data.map((y) => 1 / y)]]),
      );
      for (const name of [
        "identity",
        "tanh",
        "sigmoid",
        "relu",
        "leakyRelu",
        "sin",
        "cos",
        "softplus",
        "exp",
      ] as const) {
        const op = elementwiseOps[name];
        if (name === graph.op(node)) continue;
        const say = `${graph.label(node)} applies ${name === "identity" ? "no function" : name}; ${graph.op(node)} is asked for`;
        yield made(node, { id: "wrong-forward", say }, () => {
          const data = op.forward(float64, [x], 0.01 as never);
          const slope = op.vjp(
            float64,
            data.map(() => 1),
            data,
            [x],
            0.01 as never,
          )[0]!;
          return graph.computing([[node, data]], {
            piece: (here, _i, g) => (here === node ? g.map((gk, k) => gk * slope[k]!) : undefined),
          });
        });
      }
    }
  }
  if (asksValues) {
    yield* movedFactors(graph, made);
    if (graph.slots.every(({ asks }) => asks.what === "value")) {
      yield* appliedTwice(graph, made);
      yield* addedTerms(graph, made);
    }
  }
};

function* wrongValues(graph: Graph, node: Any, asksValues: boolean): Generator<WrongValue> {
  const op = graph.op(node);
  const [a, b] = node.step?.args ?? [];
  const label = graph.label(node);
  if (a && node.step?.op.entrywise && !ACTIVATIONS.includes(op!)) {
    yield { id: "missing-factor", say: `${op} is missing from ${label}`, data: a.data };
    yield { id: "sign", say: `${label} is computed with the other sign`, data: node.data.map((x) => -x) };
  }
  if (a && node.data.length === 1) {
    if (op === "sum")
      yield {
        id: "only-part-of-batch",
        say: `only the last term of ${label} is kept: add them all up`,
        data: [a.data.at(-1)!],
      };
    if (op === "sum" || (asksValues && graph.slots.some((slot) => slot.node === node)))
      yield {
        id: "extra-factor",
        say: `${label} is 1 too large: sums start from 0`,
        data: [node.data[0]! + 1],
      };
  }
  if (!a || !b) return;
  if (op === "max" || op === "min")
    for (const taken of [a, b])
      yield {
        id: "wrong-forward",
        say: `${label} is always ${graph.label(taken)}`,
        data: node.data.map((_, k) => at(taken, k)),
      };
  if (op === "add" || op === "sub") {
    const sign = op === "add" ? 1 : -1;
    const entries = (f: (x: number, y: number) => number) => node.data.map((_, k) => f(at(a, k), at(b, k)));
    yield {
      id: "sign",
      say: `${label} is computed with the other sign between its terms`,
      data: entries((x, y) => x - sign * y),
    };
    yield { id: "missing-path", say: `${graph.label(b)} is missing from ${label}`, data: entries((x) => x) };
    yield {
      id: "missing-path",
      say: `${graph.label(a)} is missing from ${label}`,
      data: entries((_x, y) => sign * y),
    };
    yield {
      id: "sign",
      say: `the first term of ${label} has the wrong sign`,
      data: entries((x, y) => -x + sign * y),
    };
  }
  if (op === "mul")
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (own.data.length !== node.data.length) continue;
      yield {
        id: "missing-factor",
        say: `${label} is not multiplied by ${graph.label(other)}`,
        data: own.data,
      };
      if (!asksValues) continue;
      if (other.shape.length === 0) {
        const c = other.data[0]!;
        yield {
          id: "formula-variant",
          say: `${label} is multiplied by 1 minus ${graph.label(other)}`,
          data: own.data.map((x) => x * (1 - c)),
        };
      }
      for (const found of graph.tape)
        if (found !== own && found !== node && found.shape.join() === own.shape.join() && found.id < node.id)
          yield {
            id: graph.leaves(own).has(found) ? "stale-param" : "wrong-cache",
            say: `${label} reads ${graph.label(found)} where it needs ${graph.label(own)}`,
            data: node.data.map((_, k) => at(found, k) * at(other, k)),
          };
    }
  if (asksValues && (op === "add" || op === "sub"))
    for (const [i, term] of [a, b].entries())
      for (const scalar of graph.tape.filter(
        (leaf) => !leaf.step && leaf.shape.length === 0 && graph.name(leaf),
      ))
        for (const [how, c] of [
          ["", scalar.data[0]!],
          ["1 minus ", 1 - scalar.data[0]!],
        ] as const) {
          const kept = i ? a : b;
          const signs = [1, op === "sub" ? -1 : 1];
          yield {
            id: "formula-variant",
            say: `${graph.label(term)} is multiplied by ${how}${graph.label(scalar)} in ${label}: that is another convention`,
            data: node.data.map((_, k) => signs[1 - i]! * at(kept, k) + signs[i]! * c * at(term, k)),
          };
        }
}

/** A factor c that belongs behind a sum was put inside it, with either sign: p + q, then c·(p + q), as p ± c q. */
function* movedFactors(
  graph: Graph,
  made: (node: Any, said: Omit<WrongValue, "data">, answer: Mistake["answer"]) => Mistake,
): Generator<Mistake> {
  for (const product of graph.tape) {
    const [sum, scalar] = product.step?.args ?? [];
    if (graph.op(product) !== "mul" || !scalar || scalar.shape.length || graph.op(sum!) !== "add") continue;
    const [p, q] = sum!.step!.args as [Any, Any];
    const c = scalar.data[0]!;
    for (const sign of [1, -1]) {
      const inside = sum!.data.map((_, k) => at(p, k) + sign * c * at(q, k));
      const say = `${graph.label(scalar)} stands inside ${graph.label(sum!)}${sign < 0 ? ", with a minus" : ""}: that is another convention`;
      yield made(sum!, { id: "formula-variant", say }, () =>
        graph.computing([
          [sum!, inside],
          [product, inside.map((x) => sign * x)],
        ]),
      );
    }
  }
}

/** A rule that makes a new value of an old one is applied to the new one again where the new one is used. */
function* appliedTwice(
  graph: Graph,
  made: (node: Any, said: Omit<WrongValue, "data">, answer: Mistake["answer"]) => Mistake,
): Generator<Mistake> {
  for (const node of graph.tape)
    for (const old of graph.leaves(node)) {
      if (!node.step || !graph.name(node) || old.shape.join() !== node.shape.join()) continue;
      for (const use of graph.uses[node.id]!) {
        const say = `${graph.label(node)} is computed a second time from itself where ${graph.label(use)} reads it: that is another convention`;
        yield made(use, { id: "formula-variant", say }, () => {
          const twice = graph.valueOf(node, old, node.data);
          const { op, args, at: how } = use.step!;
          const xs = args.map((arg) => ({ shape: arg.shape, data: arg === node ? twice : arg.data }));
          return graph.computing([[use, op.forward(float64, xs, how)]]);
        });
      }
    }
}

/** A term too many in a value, with or without one of the constants. */
function* addedTerms(
  graph: Graph,
  made: (node: Any, said: Omit<WrongValue, "data">, answer: Mistake["answer"]) => Mistake,
): Generator<Mistake> {
  const scalars = graph.tape.filter((leaf) => !leaf.step && leaf.shape.length === 0 && graph.name(leaf));
  for (const { node } of graph.slots)
    for (const found of graph.tape.filter((each) => each !== node && each.data.length === node.data.length))
      for (const by of [undefined, ...scalars])
        for (const sign of [1, -1]) {
          const c = sign * (by?.data[0] ?? 1);
          const term = `${by ? `${graph.label(by)} times ` : ""}${graph.label(found)}`;
          const say = `${term} is ${sign > 0 ? "added to" : "subtracted from"} ${graph.label(node)}: the formula has no such term`;
          yield made(node, { id: "extra-factor", say }, () =>
            graph.computing([[node, node.data.map((x, k) => x + c * found.data[k]!)]]),
          );
        }
}
