/** @file Nearly right: single precision, rounded numbers, or a difference quotient in place of one slope. */
import { float64 } from "../model/field.ts";
import type { Named } from "./diagnose.ts";
import type { Answer, Graph } from "./graph.ts";
import { ACTIVATIONS } from "./mistakes/site.ts";
import { withSlope } from "./mistakes/slopes.ts";
import { numbersIn } from "./same.ts";
import type { Trial } from "./trial.ts";

const STEPS = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];
/** Where a scheme asks the function, in steps. */
const SCHEMES = { central: [1, -1], forward: [1, 0], backward: [0, -1] } as const;
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function singlePrecision(part: string, trials: readonly Trial[]): Named | undefined {
  const numbers = trials.flatMap((trial) => numbersIn(trial.answered(part))).filter((x) => x !== 0);
  if (numbers.length < 4 || !numbers.every((x) => Math.fround(x) === x)) return undefined;
  const say = `${part} carries single precision only: its numbers went through a Float32Array or Math.fround`;
  return { id: "float32", part, say };
}

export function rounded(part: string, trials: readonly Trial[]): Named | undefined {
  const numbers = trials.flatMap((trial) => numbersIn(trial.answered(part))).filter((x) => x !== 0);
  if (numbers.length < 4) return undefined;
  const places = [1, 2, 3, 4, 5, 6, 7, 8].find((d) => numbers.every((x) => +x.toFixed(d) === x));
  const wanted = trials.flatMap((trial) => numbersIn(trial.wanted(part)));
  const all = trials.flatMap((trial) => numbersIn(trial.answered(part)));
  if (places === undefined || !all.every((x, i) => Math.abs(x - wanted[i]!) <= 0.51 * 10 ** -places))
    return undefined;
  return {
    id: "rounded-output",
    part,
    say: `the numbers in ${part} are rounded to ${places} digits behind the point: return them as they are`,
  };
}

/** Are the deviations those of difference quotients in place of the activations' slopes? */
export function quotientSlopes(part: string, trials: readonly Trial[]): Named | undefined {
  for (const [scheme, [to, from]] of Object.entries(SCHEMES))
    for (const h of STEPS) {
      const slope = (f: (x: number) => number) => (x: number) =>
        (f(x + to * h) - f(x + from * h)) / ((to - from) * h);
      if (isCloser(trials, (graph) => withQuotients(graph, slope)))
        return {
          id: "finite-difference",
          part,
          say: `close, but not equal: the slope of the activation is a ${scheme} difference quotient with h = ${h}. Here the derivative itself is asked for`,
        };
    }
  return undefined;
}

/** Are the deviations those of a value that was cut to single precision on the way forward? */
export function singleInside(part: string, trials: readonly Trial[]): Named | undefined {
  const cut = ({ tape }: Graph) => tape.filter((node) => node.data.some((x) => Math.fround(x) !== x));
  const places = trials[0] ? cut(trials[0].graph).map(({ id }) => id) : [];
  const candidates = (graph: Graph) =>
    places.map((id) => {
      const node = graph.tape[id]!;
      return graph.computing([[node, node.data.map(Math.fround)]]);
    });
  if (trials.some(({ graph }) => graph.tape.length !== trials[0]!.graph.tape.length)) return undefined;
  if (!isCloser(trials, candidates)) return undefined;
  const say =
    "close, but not equal: a value on the way forward carries single precision only, through a Float32Array or Math.fround";
  return { id: "float32", part, say };
}

type Slope = (f: (x: number) => number) => (x: number) => number;
function* withQuotients(graph: Graph, slope: Slope): Generator<Answer> {
  const activations = graph.tape.filter((node) => ACTIVATIONS.includes(graph.op(node)!) && node.step);
  if (activations.length)
    yield withSlope(graph, activations, ({ x, node }) => {
      const { op, at } = node.step!;
      const f = (v: number) => op.forward(float64, [{ shape: [], data: [v] }], at)[0]!;
      return x.map(slope(f));
    }).answer()!;
  // A cross-entropy on logits holds the sigmoid's slope without showing it.
  for (const node of graph.tape
    .filter((each) => graph.op(each) === "sigmoid")
    .map((each) => each.step!.args[0]!)) {
    const quotient = slope(sigmoid);
    yield graph.arriving(
      node,
      graph
        .gradient(node)
        .map(
          (g, k) => (g * quotient(node.data[k]!)) / (sigmoid(node.data[k]!) * (1 - sigmoid(node.data[k]!))),
        ),
    );
  }
}

/** Rounding decides single entries; most of them cannot agree with a quotient by chance. */
function isCloser(trials: readonly Trial[], candidates: (graph: Graph) => Iterable<Answer>): boolean {
  const votes = trials.map((trial) =>
    [...candidates(trial.graph)].map((answer) => {
      let [closer, all] = [0, 0];
      for (const [s, right] of trial.graph.right.entries())
        for (const [k, x] of (trial.given[s] ?? []).entries()) {
          const off = Math.abs(x - right[k]!);
          if (off <= 1e-13 * Math.abs(right[k]!)) continue;
          all++;
          if (Math.abs(x - answer[s]![k]!) < off / 4) closer++;
        }
      return { closer, all };
    }),
  );
  return (votes[0] ?? []).some((_, c) => {
    const closer = votes.reduce((sum, vote) => sum + (vote[c]?.closer ?? 0), 0);
    const all = votes.reduce((sum, vote) => sum + (vote[c]?.all ?? 0), 0);
    return all >= 4 && closer >= 0.6 * all;
  });
}
