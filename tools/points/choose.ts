/** @file Chooses random inputs of an exercise by mutation testing: every automatic mistake must show in two cases. */
import type { AnyExercise } from "../../grader/exercise.ts";
import { type Case, prepare, randomCase } from "../../grader/judge/variant.ts";
import { anywhere, type Mutant, mutantsIn } from "../../grader/verify/mutants.ts";
import type { Points } from "./points.ts";

/** One case may be unlucky for a mistake that is only like an automatic one. */
const KILLS = 2;
/** Points to choose from; where a mistake shows too seldom in them, so many are looked at. */
const POOL = 250;
const LEGAL = 1000;
/** Far from the notebook's seeds; they are printed as the names of cases: "random input 1042". */
const FIRST_SEED = 1000;

type Keys = ReadonlySet<string>;

/** Named cases and worked examples: every answer meets them, whatever the points. */
function fixedCases({ guided: _, ...spec }: AnyExercise): Case[] {
  return prepare(spec, [1]).cases.filter(({ kind }) => kind !== "random");
}

/** What is known of the mistakes so far. */
class Tally {
  readonly #spec: AnyExercise;
  /** In how many of the pool's points a mistake can be made at its very place. */
  readonly #places = new Map<string, number>();
  readonly labels = new Map<string, string>();
  /** Those that somewhere change a number by more than rounding does, or at all. */
  readonly differ = new Set<string>();
  readonly #change = new Set<string>();

  constructor(spec: AnyExercise, pool: readonly (readonly Mutant[])[]) {
    this.#spec = spec;
    for (const { key } of pool.flat()) this.#places.set(key, (this.#places.get(key) ?? 0) + 1);
  }
  /** Where not every input allows a mistake, the graphs differ, and it is looked for at any place. */
  #nameOf(key: string): string {
    return this.#places.get(key) === POOL ? key : anywhere(key);
  }
  reason(name: string): string {
    return `${this.labels.get(name)}: ${this.#change.has(name) ? "only rounding" : "no number that is asked for"} changes`;
  }
  /** @param wanted by name: the others are not computed */
  killedIn(c: Case, wanted: (name: string) => boolean = () => true): Keys {
    return this.killed(mutantsIn(this.#spec, c, (key) => wanted(this.#nameOf(key))));
  }
  /** The names of those that one case kills. */
  killed(mutants: readonly Mutant[]): Keys {
    const killed = new Set<string>();
    for (const mutant of mutants) {
      const name = this.#nameOf(mutant.key);
      if (!this.labels.has(name)) this.labels.set(name, mutant.label);
      if (!mutant.same) this.#change.add(name);
      if (!mutant.equal) this.differ.add(name);
      if (mutant.killed) killed.add(name);
    }
    return killed;
  }
}

export interface Choice extends Points {
  /** Mistakes that make a difference, but in no case a large one: the spec's `input` or `cases` must change. */
  readonly surviving: readonly string[];
}

export function choose(spec: AnyExercise): Choice {
  const seeds = Array.from({ length: LEGAL }, (_, k) => FIRST_SEED + k);
  const pool = seeds.slice(0, POOL).map((seed) => mutantsIn(spec, randomCase(spec, seed)));
  const tally = new Tally(spec, pool);
  const fixed = fixedCases(spec).map((c) => tally.killedIn(c));
  const points = new Map(seeds.slice(0, POOL).map((seed, k) => [seed, tally.killed(pool[k]!)]));
  const kills = (name: string, cases: Iterable<Keys>) =>
    [...cases].filter((killed) => killed.has(name)).length;
  const killsOf = (name: string) => kills(name, fixed) + kills(name, points.values());

  const seldom = new Set([...tally.labels.keys()].filter((name) => killsOf(name) < KILLS));
  if (seldom.size > 0)
    for (const seed of seeds.slice(POOL))
      points.set(
        seed,
        tally.killedIn(randomCase(spec, seed), (name) => seldom.has(name)),
      );

  const names = [...tally.labels.keys()].sort();
  const needed = names.map((name) => [name, Math.min(KILLS, killsOf(name)) - kills(name, fixed)] as const);
  const unseen = names.filter((name) => killsOf(name) === 0);
  return {
    seeds: greedy(points, new Map(needed.filter(([, times]) => times > 0))),
    equivalent: Object.fromEntries(
      unseen.filter((name) => !tally.differ.has(name)).map((name) => [name, tally.reason(name)]),
    ),
    once: names.filter((name) => killsOf(name) === 1),
    surviving: unseen.filter((name) => tally.differ.has(name)),
  };
}

/** Always the point that kills most of what is still needed. */
function greedy(points: ReadonlyMap<number, Keys>, needed: Map<string, number>): number[] {
  const chosen = new Set<number>();
  while (needed.size > 0) {
    let best = { seed: 0, gain: 0 };
    for (const [seed, killed] of points) {
      const gain = chosen.has(seed) ? 0 : [...needed.keys()].filter((name) => killed.has(name)).length;
      if (gain > best.gain) best = { seed, gain };
    }
    chosen.add(best.seed);
    for (const name of points.get(best.seed)!) {
      const left = (needed.get(name) ?? 0) - 1;
      if (left > 0) needed.set(name, left);
      else needed.delete(name);
    }
  }
  return [...chosen].sort((a, b) => a - b);
}
