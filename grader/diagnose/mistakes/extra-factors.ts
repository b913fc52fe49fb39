/** @file A gradient is multiplied or divided by a quantity that has no business there. */
import type { Any } from "../../model/node.ts";
import type { Graph } from "../graph.ts";
import { departing, type Family, type Mistake } from "../mistake.ts";
import { ACTIVATIONS, other, slopeOf } from "./site.ts";
import { slopeAt } from "./slopes.ts";

type Numbers = readonly number[];
interface Extra {
  readonly key: string;
  readonly id: string;
  readonly say: string;
  readonly numbers: Numbers;
}

export const extraFactors: Family = function* (graph) {
  yield* onJacobian(graph);
  const places = graph.tape.filter(
    (node) => graph.reaches(node) && (graph.name(node) || graph.asked.has(node)) && node !== graph.loss,
  );
  for (const node of places) {
    const [name, slot] = [graph.label(node), graph.key(node)];
    for (const { key, id, say, numbers } of extrasAt(graph, node)) {
      if (numbers.length !== node.data.length && numbers.length !== 1) continue;
      yield {
        key: `extra ${slot} ${key}`,
        id,
        where: name,
        at: node,
        say: `the gradient of ${name} is ${say}`,
        ...departing(graph, {
          handOn: (here, g) => (here === node ? g.map((x, k) => x * numbers[k % numbers.length]!) : g),
        }),
      };
    }
  }
};

function* extrasAt(graph: Graph, node: Any): Generator<Extra> {
  for (const name of ["tanh", "sigmoid", "relu"] as const) {
    const slope = (x: Numbers, y: Numbers) => slopeOf(other(name), x, y);
    const say = `multiplied by a slope of ${name}; there is no such activation behind it`;
    yield { key: name, id: "extra-act-deriv", say, numbers: slope(node.data, slopeless(name, node.data)) };
    yield { key: `${name} out`, id: "extra-act-deriv", say, numbers: slope(node.data, node.data) };
  }
  for (const found of graph.tape.filter((each) => ACTIVATIONS.includes(graph.op(each)!)))
    yield {
      key: `slope ${graph.key(found)}`,
      id: "extra-act-deriv",
      say: `multiplied by the slope at ${graph.label(found)} once more`,
      numbers: slopeAt(found),
    };
  for (const found of graph.tape) {
    if (!graph.name(found)) continue;
    const label = found === node ? "its own value" : graph.label(found);
    const made = (how: string, f: (v: number) => number) => ({
      key: `${how} ${graph.key(found)}`,
      id: "extra-factor",
      say: `${how} ${label} too`,
      numbers: found.data.map(f),
    });
    yield made("multiplied by", (v) => v);
    yield made("divided by", (v) => 1 / v);
    yield { ...made("multiplied by the sign of", Math.sign), id: "wrong-on-negative" };
  }
}
const slopeless = (name: "tanh" | "sigmoid" | "relu", x: Numbers): Numbers =>
  name === "tanh" ? x.map(Math.tanh) : name === "sigmoid" ? x.map((v) => 1 / (1 + Math.exp(-v))) : x;

/** Row i of a Jacobian times the i-th value, or column j times the j-th: a product where the matrix itself is asked for. */
function* onJacobian(graph: Graph): Generator<Mistake> {
  for (const [s, { asks, node, other: wrt, name }] of graph.slots.entries()) {
    if (asks.what !== "jacobian" || !wrt) continue;
    const columns = wrt.data.length;
    const vectors = graph.tape.filter((found) => found.shape.length === 1 && graph.key(found)[0] !== "#");
    for (const [along, size] of [
      ["columns", columns],
      ["rows", node.data.length],
    ] as const)
      for (const found of vectors.filter((each) => each.data.length === size))
        yield {
          key: `jacobian times ${along} ${graph.key(found)}`,
          id: "jacobian-vs-vjp",
          where: name,
          say: `the ${along} of ${name} are multiplied by ${graph.label(found)}: the Jacobian holds slopes only, before anything is multiplied`,
          answer: () =>
            graph.right.map((slot, at) =>
              at === s
                ? slot.map(
                    (x, k) => x * found.data[along === "columns" ? k % columns : Math.floor(k / columns)]!,
                  )
                : slot,
            ),
        };
  }
}
