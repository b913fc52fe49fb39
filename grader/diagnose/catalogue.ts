/** @file The catalogue of mistakes: generated from the graph of an exercise's model, no work for its author. */
import type { AnyExercise } from "../exercise.ts";
import { words } from "../judge/parts.ts";
import type { Case } from "../judge/variant.ts";
import { Graph, type PartsByName } from "./graph.ts";
import type { Family, Mistake } from "./mistake.ts";
import { aliases } from "./mistakes/aliases.ts";
import { altered } from "./mistakes/altered.ts";
import { batches } from "./mistakes/batches.ts";
import { choices, closeCalls } from "./mistakes/choices.ts";
import { engines } from "./mistakes/engines.ts";
import { extraFactors } from "./mistakes/extra-factors.ts";
import { extraTerms } from "./mistakes/extra-terms.ts";
import { finished } from "./mistakes/finished.ts";
import { forwardMode } from "./mistakes/forward-mode.ts";
import { forwards } from "./mistakes/forwards.ts";
import { branches, heads } from "./mistakes/heads.ts";
import { misplaced } from "./mistakes/misplaced.ts";
import { operands } from "./mistakes/operands.ts";
import { otherOps } from "./mistakes/other-ops.ts";
import { passed } from "./mistakes/passed.ts";
import { paths } from "./mistakes/paths.ts";
import { penalties } from "./mistakes/penalties.ts";
import { productRule } from "./mistakes/product-rule.ts";
import { products } from "./mistakes/products.ts";
import { partRatios, wholeRatios } from "./mistakes/ratios.ts";
import { regimes } from "./mistakes/regimes.ts";
import { scalarFactors } from "./mistakes/scalar-factors.ts";
import { selections } from "./mistakes/selections.ts";
import { slopePlaces } from "./mistakes/slope-places.ts";
import { slopes } from "./mistakes/slopes.ts";
import { softmaxes, softmaxFactors } from "./mistakes/softmax.ts";
import { stale } from "./mistakes/stale.ts";
import { starts } from "./mistakes/starts.ts";
import { updated } from "./mistakes/updated.ts";
import { upstream } from "./mistakes/upstream.ts";

/** In the order in which they are tried: of two that answer alike, the first is named. */
const families: readonly Family[] = [
  wholeRatios,
  starts,
  heads,
  branches,
  penalties,
  slopes,
  products,
  choices,
  closeCalls,
  softmaxes,
  batches,
  operands,
  paths,
  partRatios,
  finished,
  selections,
  stale,
  updated,
  forwards,
  misplaced,
  passed,
  upstream,
  slopePlaces,
  softmaxFactors,
  regimes,
  engines,
  forwardMode,
  aliases,
  extraFactors,
  scalarFactors,
  altered,
  productRule,
  otherOps,
  extraTerms,
];

/** So many that one of them fits a single number easily: they must account for all that is wrong. */
export const tentative: ReadonlySet<Family> = new Set([
  finished,
  regimes,
  extraFactors,
  scalarFactors,
  extraTerms,
]);

/** What a form that is written out adds: mistakes in the steps that the model takes at once. */
export const stepwise: readonly Family[] = [
  slopes,
  products,
  softmaxes,
  operands,
  paths,
  forwards,
  passed,
  upstream,
  slopePlaces,
  softmaxFactors,
  otherOps,
];

/** On the way back, one place each: two of them can be made at once. */
export const paired: ReadonlySet<Family> = new Set([
  starts,
  heads,
  branches,
  slopes,
  products,
  choices,
  softmaxes,
  batches,
  operands,
  paths,
  selections,
]);

/** The families whose mistakes hide at some inputs: points are chosen by them. What the others make shows nearly everywhere. */
const hiding: readonly Family[] = [branches, slopes, products, choices, softmaxes, penalties, batches, paths];

/** Every mistake that can be made in a graph, with its family; each key once. */
export function* mistakesIn(
  graph: Graph,
  among: readonly Family[] = families,
): Generator<{ readonly mistake: Mistake; readonly family: Family }> {
  const seen = new Set<string>();
  for (const family of among)
    for (const mistake of family(graph)) {
      if (seen.has(mistake.key)) continue;
      seen.add(mistake.key);
      yield { mistake, family };
    }
}

/** Finds mistakes of another input in this one's graph: each family is walked once, as far as is asked for. */
export class Remaker {
  readonly #graph: Graph;
  readonly #walks = new Map<Family, { made: Map<string, Mistake>; rest: Iterator<Mistake> }>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }
  again({ key }: Mistake, family: Family): Mistake | undefined {
    const walk = this.#walks.get(family) ?? {
      made: new Map<string, Mistake>(),
      rest: family(this.#graph)[Symbol.iterator](),
    };
    this.#walks.set(family, walk);
    while (!walk.made.has(key)) {
      const { value, done } = walk.rest.next();
      if (done) return undefined;
      // Of two with one key the first counts, as in the catalogue.
      if (!walk.made.has(value.key)) walk.made.set(value.key, value);
    }
    return walk.made.get(key);
  }
}

/** A mistake as the choice of points sees it: the answer in the shape that the exercise asks for. */
export interface AutomaticMistake {
  /** The same for the same mistake on every input. */
  readonly key: string;
  /** Its class in the catalogue. */
  readonly id: string;
  readonly where: string;
  /** The parts that the model accounts for, as this mistake answers them; undefined where it cannot be made. */
  readonly answer: () => Readonly<Record<string, unknown>> | undefined;
}

/** The automatic mistakes of an exercise in one case, and the right answer beside them, in the same shape. */
export function automaticMistakes(
  spec: AnyExercise,
  { recorded, input }: Pick<Case, "recorded" | "input">,
): { readonly right: Readonly<Record<string, unknown>>; readonly mistakes: readonly AutomaticMistake[] } {
  const parts: PartsByName = spec.parts(words as never);
  const graph = new Graph(parts, recorded, input);
  const mistakes = [...mistakesIn(graph, hiding)].map(({ mistake: { key, id, where, answer } }) => ({
    key,
    id,
    where,
    answer: () => {
      const made = answer();
      return made && graph.nested(made);
    },
  }));
  return { right: graph.nested(graph.right), mistakes };
}
