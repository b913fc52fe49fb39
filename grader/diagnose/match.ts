/** @file Which mistake explains an answer: on one case first, then on all, then on fresh ones that nothing was tuned to. */
import type { Any } from "../model/node.ts";
import { mistakesIn, paired, Remaker, stepwise, tentative } from "./catalogue.ts";
import { both, factors, isUsual, ratioOf, scaled } from "./combined.ts";
import type { Answer, Graph } from "./graph.ts";
import type { Family, Mistake } from "./mistake.ts";
import type { Trial } from "./trial.ts";

/** A mistake, and how much of the answer it accounts for. */
export interface Explanation {
  readonly mistake: Pick<Mistake, "id" | "say">;
  /** The slots that are as this mistake gives them, in every case. */
  readonly slots: ReadonlySet<number>;
  /** Nothing else is wrong. */
  readonly whole: boolean;
  /** The first wrong slot. */
  readonly first: string;
  /** The answer has more slots than that one. */
  readonly several: boolean;
}
/** A mistake of the catalogue as it was found in one case, and the answer that it gives there. */
interface Tried {
  readonly mistake: Mistake;
  readonly family: Family;
  /** In which form of the model it was made. */
  readonly form: number;
  /** What it gives for the first wrong slot. */
  readonly given: readonly number[];
}
/** How a mistake, or two, are made in another case. */
type Made = (trial: Trial) => Answer | undefined;

/** Pairs that are looked at before giving up. */
const MOST_PAIRS = 1500;
/** Nodes walked through for single mistakes before giving up: large graphs have many, and a student waits. */
const MOST_STEPS = 150_000;

/** The slot whose gradient is complete first on the way back, or whose value is first on the way forward. */
function firstSlot(graph: Graph, wrong: readonly number[]): number | undefined {
  return [...wrong].sort((a, b) => graph.placeOf(graph.slots[b]!) - graph.placeOf(graph.slots[a]!))[0];
}

/**
 * The first mistake of the catalogue that accounts for everything, or two of them; else the one that accounts for most,
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
  return new Search(trials, first).explanation();
}

class Search {
  readonly #first: number;
  readonly #start: Trial;
  readonly #others: readonly Trial[];
  readonly #tried: Tried[] = [];
  readonly #remakers = new Map<Graph, Remaker>();
  #best: Explanation | undefined;

  constructor(trials: readonly Trial[], first: number) {
    this.#first = first;
    this.#start = trials.find((trial) => trial.isWrong(first)) ?? trials[0]!;
    this.#others = trials.filter((trial) => trial !== this.#start);
  }

  explanation(): Explanation | undefined {
    // Where one explains the first wrong slot, the second lies further back: the first is what to say.
    return this.#single() ?? this.#withFactor() ?? this.#best ?? this.#pair();
  }

  #single(): Explanation | undefined {
    for (const [form, graph] of this.#start.forms.entries()) {
      const changing = changesOf(graph, this.#first);
      let steps = 0;
      for (const { mistake, family } of mistakesIn(graph, form > 0 ? stepwise : undefined)) {
        if (mistake.at && changing && !changing.has(mistake.at)) continue;
        if (this.#best && tentative.has(family)) continue;
        steps += graph.tape.length;
        if (steps > MOST_STEPS) break;
        const given = firstOf(graph, mistake, this.#first);
        if (!given) continue;
        const tried = { mistake, family, form, given };
        this.#tried.push(tried);
        const found = this.#verified(mistake, given, mistake.answer, (trial) =>
          this.#madeAgain(tried, trial),
        );
        if (found?.whole) return found;
        if (found && !tentative.has(family) && found.slots.size > (this.#best?.slots.size ?? 0))
          this.#best = found;
      }
    }
    return undefined;
  }

  /** One, and all numbers times a constant. */
  #withFactor(): Explanation | undefined {
    const given = this.#start.given[this.#first];
    if (!given || given.every((x) => x === 0)) return undefined;
    for (const tried of this.#tried) {
      const ratio = ratioOf(given, tried.given);
      if (ratio === undefined) continue;
      for (const { say, in: factorIn } of factors) {
        const factor = factorIn(this.#start.graph);
        if (factor === undefined || Math.abs(ratio / factor - 1) > 1e-6) continue;
        const { mistake } = tried;
        const found = this.#verified(
          { id: mistake.id, say: `${mistake.say}; besides, ${say}` },
          tried.given.map((x) => factor * x),
          () => {
            const answer = this.#madeAgain(tried, this.#start);
            return answer && scaled(this.#start.graph, answer, factor);
          },
          (trial) => {
            const [answer, by] = [this.#madeAgain(tried, trial), factorIn(trial.graph)];
            return answer && by !== undefined ? scaled(trial.graph, answer, by) : undefined;
          },
        );
        if (found?.whole) return found;
      }
    }
    return undefined;
  }

  /** Two on the way back, one of them a usual one; the one nearer to the output is named. */
  #pair(): Explanation | undefined {
    const right = this.#start.graph.right[this.#first]!;
    const touching = this.#tried.filter(
      ({ mistake, family, given }) =>
        mistake.departs && paired.has(family) && given.some((x, k) => x !== right[k]),
    );
    let looked = 0;
    for (const one of touching.filter(({ mistake }) => isUsual(mistake)))
      for (const two of touching) {
        if (two === one || two.form !== one.form) continue;
        if (looked++ > MOST_PAIRS) return undefined;
        const graph = this.#start.forms[one.form]!;
        const departs = both(one.mistake.departs!, two.mistake.departs!);
        const [near, far] = (one.mistake.at?.id ?? 0) >= (two.mistake.at?.id ?? 0) ? [one, two] : [two, one];
        const found = this.#verified(
          { id: near.mistake.id, say: `${near.mistake.say}; and ${far.mistake.say}` },
          graph.departingAt(graph.slots[this.#first]!, departs),
          () => graph.departing(departs),
          (trial) => {
            const [a, b] = [this.#remade(one, trial)?.departs, this.#remade(two, trial)?.departs];
            return a && b && trial.forms[one.form]?.departing(both(a, b));
          },
        );
        if (found?.whole) return found;
      }
    return undefined;
  }

  /** The same mistake in another case. */
  #remade({ mistake, family, form }: Tried, trial: Trial): Mistake | undefined {
    const graph = trial.forms[form];
    if (!graph) return undefined;
    const known = this.#remakers.get(graph) ?? new Remaker(graph);
    this.#remakers.set(graph, known);
    return known.again(mistake, family);
  }
  #madeAgain(tried: Tried, trial: Trial): Answer | undefined {
    return this.#remade(tried, trial)?.answer();
  }

  /** What an answer explains, if it explains the first wrong slot here and in all other cases. */
  #verified(
    mistake: Pick<Mistake, "id" | "say">,
    given: readonly number[],
    whole: () => Answer | undefined,
    made: Made,
  ): Explanation | undefined {
    if (!this.#start.gives(given, this.#first)) return undefined;
    const answer = whole();
    let slots = answer && explained(answer, this.#start, this.#first);
    // Nothing new is known by what explains no more than the best so far.
    if (!slots || slots.size <= (this.#best?.slots.size ?? 0)) return undefined;
    for (const trial of this.#others) {
      const other = made(trial);
      const there = other ? explained(other, trial, this.#first) : untouched(trial);
      slots = there ? new Set([...slots].filter((s) => there.has(s))) : undefined;
      if (!slots) return undefined;
    }
    const all = this.#start.graph.slots;
    return {
      mistake,
      slots,
      whole: slots.size === all.length,
      several: all.length > 1,
      first: all[this.#first]!.name,
    };
  }
}

/** What a mistake gives for one slot: no more is needed of most. */
function firstOf(graph: Graph, { departs, answer }: Mistake, s: number): readonly number[] | undefined {
  return departs ? graph.departingAt(graph.slots[s]!, departs) : answer()?.[s];
}

/** Where the way back must depart from the rules to change a slot; undefined where the slot holds values. */
function changesOf(graph: Graph, s: number): ReadonlySet<Any> | undefined {
  const { asks, node, other } = graph.slots[s]!;
  return asks.what === "value" ? undefined : graph.behind(asks.what === "gradient" ? node : (other ?? node));
}

/** The slots that a mistaken answer explains, if the first wrong one is among them. */
function explained(answer: Answer, trial: Trial, first: number): Set<number> | undefined {
  if (!trial.is(answer, first)) return undefined;
  return new Set(trial.graph.slots.flatMap((_, s) => (trial.is(answer, s) ? [s] : [])));
}

/** Where a mistake cannot be made, it explains only a right answer. */
const untouched = (trial: Trial): Set<number> | undefined =>
  trial.graph.slots.some((_, s) => trial.isWrong(s)) ? undefined : new Set(trial.graph.slots.keys());
