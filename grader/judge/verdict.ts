/** @file What a judgement says: data only. */

/** One line of the table under a verdict: an entry of the answer beside its checked value. */
export interface Row {
  /** "dW[1][2]" */
  readonly where: string;
  /** What the student returned there, as text: "0.25", "NaN", "an array of length 3". */
  readonly yours: string;
  /** The numerical value, and the half-width of its error bar. Left out where it would be the answer key. */
  readonly checked?: number;
  readonly error?: number;
  /** "(2, 3)": the shape of the part, yours and the one wanted. */
  readonly shape?: string;
  readonly wantedShape?: string;
}

/**
 * `follows`: wrong only because an earlier step is; earns its points.
 * `near`: within 1e-5, named, earns nothing unless the part accepts it.
 */
export interface Fault {
  readonly is: "follows" | "near" | "wrong";
  /** One sentence: what happened, where. */
  readonly happened: string;
  readonly rows?: readonly Row[];
  /** What to look at first: the larger. A malformed answer, then forward values in order, then gradients backwards. */
  readonly order?: number;
}
export type Verdict = { readonly is: "right" } | Fault;
