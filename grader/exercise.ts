/** @file The exercise contract: one spec, `specs/NN-lesson/name.ts`, says everything about an exercise. */

import type { Kit } from "./cell/kit.ts";
import type { Draw } from "./draw.ts";
import type { Shape } from "./judge/shape.ts";
import type { Verdict } from "./judge/verdict.ts";
import type { Model, ModelOps, Valued } from "./model/node.ts";
import type { Truth } from "./model/truth.ts";
import type { Plain } from "./plain.ts";
import type { Numbers } from "./worked.ts";

/** Drawn data. `kept` never leaves the grader (labels of fresh points); all else goes where the student's code runs. */
export type Input = { readonly [key: string]: unknown; readonly kept?: unknown };
type Sent<I, G> = Omit<I, "kept"> & { readonly [K in keyof G]: Valued<G[K]> };

/** What a part asks of the model: the forward value of `of`, or one of its derivatives by `wrt`. */
export type Asked =
  | { readonly what: "value"; readonly of: string }
  | { readonly what: "gradient" | "tangent" | "jacobian"; readonly of: string; readonly wrt: string };

/** One named sub-check: judges one part of the answer in one case. */
export interface Part<I = never> {
  /** Nothing where the part is not the model's to answer: a property, a closed form, a text. */
  readonly asks?: Asked;
  /** The model quantity whose gradient this part claims to be: lets a slip be carried forward. */
  readonly gradientOf?: string;
  /** Of the exercise's points, in shares: 1, for derivatives 2, unless the spec says otherwise. */
  readonly share?: number;
  judge(at: At<I>, answer: Plain | undefined, whole: Plain): Verdict;
  /** The numbers that this part wants here, for naming what was done to them; none where it wants a property or a text. */
  expects?(at: At<I>, whole: Plain): unknown;
  /** Whether an answer is what a mistake would give, where comparing numbers and texts is not enough. */
  same?(mistaken: unknown, answer: Plain | undefined, input: I): boolean;
}
/** One case as the parts see it. */
interface Given<I> {
  readonly input: I;
  readonly truth: Truth;
}
/** Where a part is judged. */
export interface At<I> extends Given<I> {
  readonly part: string;
  /** Every case of this check: what is the same in all of them is a constant, and never printed. */
  readonly cases: readonly Given<I>[];
  /** The student's own gradients by model quantity, for error carried forward. */
  readonly theirs: ReadonlyMap<string, Plain>;
}

export interface Options {
  readonly share?: number;
  /** Relative and absolute tolerance of a closed form; gradients take theirs from the measured rounding spread. */
  readonly rel?: number;
  readonly abs?: number;
  /** "near" where differences are the task: an answer within 1e-5 earns its points. */
  readonly accept?: "near";
}

/** The words in which parts are written. Names of model quantities are checked by the compiler. */
export interface Parts<I, M> {
  /** The answer equals the model's quantity. */
  value(quantity: keyof M & string, options?: Options): Part<I>;
  /** The answer is ∂of/∂wrt, shaped like wrt; `of` is "loss" unless said. */
  gradient(wrt: keyof M & string, of?: keyof M & string, options?: Options): Part<I>;
  /** The answer is ∂of/∂along for a scalar `along`, shaped like `of`: a JVP. */
  tangent(of: keyof M & string, along: keyof M & string, options?: Options): Part<I>;
  /** The answer is the Jacobian of `of` by `wrt`, both flattened row-major: rows are outputs. */
  jacobian(of: keyof M & string, wrt: keyof M & string, options?: Options): Part<I>;
  /** The answer equals this closed form. A constant is never printed back: it would be the answer key. */
  equals(expected: (input: I, truth: Truth) => unknown, options?: Options): Part<I>;
  /** The answer follows from other parts of the student's own answer: error carried forward for plain arithmetic. */
  derives<T>(from: Shape<T>, expected: (answer: T, input: I) => unknown, options?: Options): Part<I>;
  /** A property. The shape is checked first, so `says` meets only well-formed answers; it returns true or a sentence. */
  holds<T>(shape: Shape<T>, says: (answer: T, input: I) => true | string, options?: Options): Part<I>;
  /** The answer is a formula, as text, that equals the reference at 12 points drawn from the ranges. */
  formula(reference: string, ranges: Readonly<Record<string, readonly [low: number, high: number]>>): Part<I>;
}

/** A typical mistake that the generated catalogue cannot know: what it answers, and what to say. */
export interface Slip<I, A> {
  /** One of the mistake ids of the catalogue, or a new one. */
  readonly id: string;
  /** A sentence for the student: what happened and what to look at, never the answer. */
  readonly say: string;
  /** The parts this mistake changes, as it would answer them. Where it takes no input, it is named only if no other part is wrong. */
  readonly answers: (input: I, right: Truth) => { readonly [K in keyof A]?: unknown };
}

export interface Exercise<S, I extends Input, M extends Model, G extends Model, A> {
  /** "2.4 The toy network backwards": its number in the course, and a name. */
  readonly title: string;
  readonly points: number;
  /** Lecture slides, by the ids of the curriculum: "D12, D13". */
  readonly source: string;
  /** What the student's code must export. */
  readonly exports: readonly (keyof S & string)[];
  /** Names of "gradbook" that the statement allows besides types and NotImplementedError; every other throws "by hand here". */
  readonly allows?: readonly string[];
  /** Work allowed per case, in polls of 10,000 interpreter steps; default 1000, about half a second. */
  readonly fuel?: number;
  /** One random legal input. */
  readonly input: (draw: Draw) => I;
  /** Named inputs that every student meets: edge cases. The name is what a failing student reads. */
  readonly cases?: (draw: Draw) => Readonly<Record<string, NoInfer<I>>>;
  /** The lectures' own examples: `verify` demands that the solution gives their numbers, the judge uses their inputs. */
  readonly worked?: readonly [
    ids: readonly string[],
    as: (
      given: Numbers,
      expected: Numbers,
    ) => { input: NoInfer<I>; answer: { [K in keyof NoInfer<A>]?: unknown } },
  ];
  /** Seeds of random inputs that every answer meets, besides those of the variant: written by `npm run points`. */
  readonly guided?: readonly number[];
  /** The forward computation, once; every quantity a student or a sentence may name is returned by its name. */
  readonly model?: (input: I, ops: ModelOps) => M;
  /** Quantities of the model that the student is given as numbers. */
  readonly gives?: (quantities: M) => G;
  /** Travels as text to where the student's code runs. Uses its three parameters only; carries, never judges. */
  readonly call: (student: S, input: Sent<I, G>, kit: Kit) => A;
  /** By the key of the answer each judges, or a sentence for `holds`. */
  readonly parts: (words: Parts<I, M>) => Readonly<Record<string, Part<I>>>;
  readonly slips?: readonly Slip<NoInfer<I>, NoInfer<A>>[];
  readonly hints: readonly [nudge: string, method: string, nearly: string];
}
// biome-ignore lint/suspicious/noExplicitAny: the judge meets exercises of every type
export type AnyExercise = Exercise<any, any, any, any, any>;

/** `exercise<typeof import("…/starter.ts")>()({ … })`: S from the starter, everything else inferred. */
export const exercise =
  <S>() =>
  // biome-ignore lint/complexity/noBannedTypes: an exercise without a model has no quantities
  <I extends Input, M extends Model = {}, G extends Model = {}, A = unknown>(
    spec: Exercise<S, I, M, G, A>,
  ): Exercise<S, I, M, G, A> =>
    spec;
