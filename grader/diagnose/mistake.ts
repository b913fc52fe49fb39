/** @file What a mistake is: a name, a place, a sentence, and the answer it gives. */
import type { Any } from "../model/node.ts";
import type { Answer, Departure, Graph } from "./graph.ts";

export interface Mistake {
  /** The same for the same mistake on every input. */
  readonly key: string;
  /** Its class in the catalogue: "missing-act-deriv". */
  readonly id: string;
  /** Where it is made, in the words of the model: "h[2]"; "" for everywhere. */
  readonly where: string;
  /** A sentence for the student: what happened, and what to look at; never the answer. */
  readonly say: string;
  /** What this mistake answers on this input; undefined where it cannot be made. */
  readonly answer: () => Answer | undefined;
  /** The one node at which the way back departs from the rules: gradients that do not come through it stay right. */
  readonly at?: Any;
  /** How it departs: by it, two mistakes can be made at once. */
  readonly departs?: Departure;
}

/** The mistakes of one kind that can be made in a graph. */
export type Family = (graph: Graph) => Iterable<Mistake>;

/** What a mistake on the way back answers. */
export const departing = (graph: Graph, departs: Departure): Pick<Mistake, "answer" | "departs"> => ({
  departs,
  answer: () => graph.departing(departs),
});
