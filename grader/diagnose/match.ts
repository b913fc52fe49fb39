/** @file Which mistake explains an answer: on one case first, then on all, then on fresh ones that nothing was tuned to. */
import type { Any } from "../model/node.ts";
import { again, mistakesIn, tentative } from "./catalogue.ts";
import type { Graph } from "./graph.ts";
import type { Mistake } from "./mistake.ts";
import type { Trial } from "./trial.ts";

/** A mistake, and how much of the answer it accounts for. */
export interface Explanation {
  readonly mistake: Mistake;
  /** The slots that are as this mistake gives them, in every case. */
  readonly slots: ReadonlySet<number>;
  /** Nothing else is wrong. */
  readonly whole: boolean;
  /** The first wrong slot. */
  readonly first: string;
  /** The answer has more slots than that one. */
  readonly several: boolean;
}

/** The slot whose gradient is complete first on the way back, or whose value is first on the way forward. */
function firstSlot(graph: Graph, wrong: readonly number[]): number | undefined {
  return [...wrong].sort((a, b) => graph.placeOf(graph.slots[b]!) - graph.placeOf(graph.slots[a]!))[0];
}

/**
 * The first mistake of the catalogue that accounts for everything; else the one that accounts for most,
 * the first wrong slot among it.
 */
export function explain(trials: readonly Trial[]): Explanation | undefined {
  const wrongIn = (trial: Trial) => trial.graph.slots.flatMap((_, s) => (trial.isWrong(s) ? [s] : []));
  const [lead] = trials;
  // Slots are told apart by their place, which means the same only where all cases have the same quantities: not for
  // networks of any depth.
  if (!lead || trials.some(({ graph }) => graph.slots.length !== lead.graph.slots.length)) return undefined;
  const everywhere = [...new Set(trials.flatMap(wrongIn))];
  const first = firstSlot(lead.graph, everywhere);
  if (first === undefined) return undefined;
  const visible = trials.filter((trial) => trial.isWrong(first));
  const start = visible[0] ?? lead;
  const others = trials.filter((trial) => trial !== start);
  let best: Explanation | undefined;
  const changeable = changesOf(start.graph, first);
  for (const { mistake, family } of mistakesIn(start.graph)) {
    if (mistake.at && changeable && !changeable.has(mistake.at)) continue;
    let slots = explained(mistake, start, first);
    if (!slots) continue;
    for (const trial of others) {
      const same = again(mistake, family, trial.graph);
      const there = same ? explained(same, trial, first) : untouched(trial);
      slots = there ? new Set([...slots].filter((s) => there.has(s))) : undefined;
      if (!slots) break;
    }
    if (!slots) continue;
    const whole = slots.size === start.graph.slots.length;
    const several = start.graph.slots.length > 1;
    const found = { mistake, slots, whole, several, first: start.graph.slots[first]!.name };
    if (whole) return found;
    if (!tentative.has(family) && (!best || slots.size > best.slots.size)) best = found;
  }
  return best;
}

/** Where the way back must depart from the rules to change a slot; undefined where the slot holds values. */
function changesOf(graph: Graph, s: number): ReadonlySet<Any> | undefined {
  const { asks, node, other } = graph.slots[s]!;
  return asks.what === "value" ? undefined : graph.behind(asks.what === "gradient" ? node : (other ?? node));
}

/** The slots that a mistake explains, if the first wrong one is among them. */
function explained(mistake: Mistake, trial: Trial, first: number): Set<number> | undefined {
  const answer = mistake.answer();
  if (!answer || !trial.is(answer, first)) return undefined;
  return new Set(trial.graph.slots.flatMap((_, s) => (trial.is(answer, s) ? [s] : [])));
}

/** Where a mistake cannot be made, it explains only a right answer. */
const untouched = (trial: Trial): Set<number> | undefined =>
  trial.graph.slots.some((_, s) => trial.isWrong(s)) ? undefined : new Set(trial.graph.slots.keys());
