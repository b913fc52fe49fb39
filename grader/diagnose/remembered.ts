/** @file Values of the first call that are used in every later one: kept outside the function and never computed again. */
import type { Any } from "../model/node.ts";
import type { Named } from "./diagnose.ts";
import type { Graph } from "./graph.ts";
import { ACTIVATIONS } from "./mistakes/site.ts";
import type { Trial } from "./trial.ts";

/** Which values may have been kept, by their places. */
function keptIn(graph: Graph): (readonly number[])[] {
  const computed = graph.tape.filter((node) => node.step);
  const ids = (nodes: readonly Any[]) => nodes.map((node) => node.id);
  const named = ids(computed.filter((node) => graph.name(node)));
  const activations = ids(computed.filter((node) => ACTIVATIONS.includes(graph.op(node)!)));
  return [activations, named, ids(computed), ...named.map((id) => [id])].filter((kept) => kept.length > 0);
}

/** @param trials in the order of the calls */
export function remembered(part: string, [called, ...later]: readonly Trial[]): Named | undefined {
  if (!called || called.graph.slots.some((_, s) => called.isWrong(s))) return undefined;
  const { tape, slots } = called.graph;
  // Of a part whose numbers are no gradients nothing is known: that explains none of them.
  if (!later.some((trial) => slots.some((_, s) => trial.isWrong(s)))) return undefined;
  if (later.some(({ graph }) => graph.tape.length !== tape.length)) return undefined;
  const explains = (kept: readonly number[], trial: Trial) => {
    const { graph } = trial;
    if (kept.some((id) => graph.tape[id]!.data.length !== tape[id]!.data.length)) return false;
    const answer = graph.computing(kept.map((id) => [graph.tape[id]!, tape[id]!.data] as const));
    return slots.every((_, s) => trial.is(answer, s));
  };
  if (!keptIn(called.graph).some((kept) => later.every((trial) => explains(kept, trial)))) return undefined;
  const say =
    "the first call is right, and later ones still use its values: something is kept outside the function and never computed again";
  return { id: "stateful", part, say };
}
