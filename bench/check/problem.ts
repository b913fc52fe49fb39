/** @file A hard point as every rule sees it: a function of flat numbers, and gradients to be judged. */

import type { AnyExercise } from "../../grader/exercise.ts";
import { judgeParts } from "../../grader/judge/judged.ts";
import { words } from "../../grader/judge/parts.ts";
import { prepare, type Variant } from "../../grader/judge/variant.ts";
import { forward } from "../../grader/model/evaluate.ts";
import { float64 } from "../../grader/model/field.ts";
import { type Any, type ModelOps, record } from "../../grader/model/node.ts";
import { entriesOf, formed } from "../../src/numeric/form.ts";
import { gradcheck } from "../../src/numeric/gradcheck.ts";
import { corpusExercises } from "../../test/corpus-exercises/index.ts";
import type { HardPoint } from "./situations.ts";

type Gradient = Readonly<Record<string, unknown>>;

/** What gradbook says; `refused` asks for another point. */
export type Said = "passes" | "fails" | "refused";

export class Problem {
  readonly x: readonly number[];
  readonly #point: HardPoint;
  readonly #spec: AnyExercise;
  /** What the gradient is by, in the form of the answer. */
  readonly #variables: Gradient;
  readonly #tape: readonly Any[];
  readonly #leaves: readonly Any[];
  readonly #loss: Any;
  #variant: Variant | undefined;

  constructor(point: HardPoint) {
    this.#point = point;
    const { spec } = corpusExercises.find(({ id }) => id === `corpus/${point.exercise}`)!;
    const model = (input: object, ops: ModelOps) => {
      const quantities = spec.model?.(input, ops) as Readonly<Record<string, Any>>;
      return { ...quantities, loss: quantities["loss"]!.add(point.offset) };
    };
    this.#spec = point.offset ? { ...spec, model } : spec;
    const wanted = Object.keys(spec.parts(words as never));
    this.#variables = Object.fromEntries(wanted.map((name) => [name, point.input[name]]));
    const { model: quantities, tape } = record((ops) => this.#spec.model?.(point.input, ops));
    this.#tape = tape;
    this.#leaves = wanted.map((name) => quantities[name]);
    this.#loss = quantities.loss;
    this.x = entriesOf(this.#variables).map(({ value }) => value);
  }

  /** The loss in Float64: the recorded model, run again with other numbers in its variables. */
  readonly f = (x: readonly number[]): number => {
    const rest = [...x];
    const data = new Map(this.#leaves.map((leaf) => [leaf, rest.splice(0, leaf.data.length)]));
    const tape = this.#tape.map((node) =>
      data.has(node) ? Object.create(node, { data: { value: data.get(node) } }) : node,
    );
    return forward(float64, tape)[this.#loss.id]![0]!;
  };

  /** In the order of the variables, whatever the order of an answer's keys. */
  flat(gradient: Gradient): number[] {
    return Object.keys(this.#variables).flatMap((name) =>
      entriesOf(gradient[name]).map(({ value }) => value),
    );
  }

  /** By differences of the function alone. */
  opaque(flat: readonly number[]): Said {
    try {
      return gradcheck(this.f, () => flat, this.x).outcome === "exact" ? "passes" : "fails";
    } catch (error) {
      if (error instanceof RangeError) return "refused";
      throw error;
    }
  }

  /** As an exercise is judged: by the recorded model. */
  recorded(flat: readonly number[]): Said {
    const gradient = formed(this.#variables, flat);
    this.#variant ??= prepare({ ...this.#spec, guided: [], cases: () => ({ point: this.#point.input }) }, []);
    const outcomes = [{ answer: gradient as never, changedInput: false }];
    const judged = judgeParts(this.#spec.parts(words as never), this.#variant.cases, outcomes);
    return judged.every(({ is }) => is === "right") ? "passes" : "fails";
  }
}
