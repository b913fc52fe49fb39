/** @file Value: one number that remembers how it was computed. */
import { refuse } from "../errors.ts";
import { sweep } from "./backward.ts";
import { operand, rowOf } from "./operand.ts";
import { NOWHERE, ROOM, type Source, type Variable } from "./page.ts";
import type { Tape } from "./rules.ts";
import { currentTape, tapeWith } from "./tape.ts";

/** A Value, or a plain number, which counts as a constant. */
export type Scalar = Value | number;

/**
 * A number in a computation. What is computed from it remembers it, so that `backward()` of a result finds the
 * derivative of that result by everything it was made from.
 *
 *     const [a, b] = [new Value(2), new Value(-3)];
 *     const y = a.mul(b).add(a);   // y.data is -4
 *     y.backward();                // a.grad is -2, b.grad is 2
 */
export class Value {
  /** Where it stands: a place on a page of the tape. It moves along to the page that is in use. */
  declare private tape: Tape;
  declare private place: number; // `declare`: a handle is written once, not emptied first

  /**
   * A variable.
   *
   * @param label its name in drawings
   * @throws {TypeError} if data is not a number
   */
  constructor(data: number, label?: string);
  /** @internal What stands at a place of the tape. */
  constructor(place: number, tape: Tape);
  constructor(number: number, second?: string | Tape) {
    if (typeof second !== "object") this.begin(number, second);
    else {
      this.tape = second;
      this.place = number;
    }
  }
  private begin(data: number, label: string | undefined): void {
    this.tape = currentTape();
    this.place = this.tape.variable(demand("new Value: data", data), { gradient: 0 }, label);
  }

  /** The number. */
  get data(): number {
    return this.tape.values[this.place]!;
  }
  /** A variable may get a new number: what was computed from the old one keeps the old one. */
  set data(data: number) {
    const variable = this.variable("data");
    const tape = currentTape();
    this.place = tape.variable(demand("data", data), variable, this.tape.labels.get(this.place));
    this.tape = tape;
  }
  /**
   * The derivative of the latest result whose backward() was called, by this number. For variables, calls add up until
   * {@link zeroGrad}, as in PyTorch.
   */
  get grad(): number {
    const { tape, place } = this.position;
    return tape.variables.get(place)?.gradient ?? tape.gradients?.[place] ?? 0;
  }
  set grad(gradient: number) {
    this.variable("grad").gradient = gradient;
  }
  /** Names this number in drawings. */
  named(label: string): this {
    const { tape, place } = this.position;
    tape.labels.set(place, label);
    return this;
  }

  /**
   * Finds ∂this/∂v for every number v this was computed from: one sweep back along the tape, adding up where a number
   * was used more than once. For numbers in between, a second call starts anew; for variables it adds the same again.
   */
  backward(): void {
    sweep(this.position);
  }

  // Operations on this number a. Their derivatives stand behind the value; a plain number b counts as a constant. Each
  // throws a TypeError where b is neither that nor a Value.

  /** a + b.  ∂/∂a = 1, ∂/∂b = 1 */
  add(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.add(this.placeOn(tape), operand("add", tape, b)), tape);
  }
  /** a − b.  ∂/∂a = 1, ∂/∂b = −1 */
  sub(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.sub(this.placeOn(tape), operand("sub", tape, b)), tape);
  }
  /** a·b.  ∂/∂a = b, ∂/∂b = a */
  mul(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.mul(this.placeOn(tape), operand("mul", tape, b)), tape);
  }
  /** a/b.  ∂/∂a = 1/b, ∂/∂b = −a/b² */
  div(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.div(this.placeOn(tape), operand("div", tape, b)), tape);
  }
  /** a^b.  ∂/∂a = b·a^(b−1), ∂/∂b = a^b·ln a, which needs a > 0 */
  pow(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.pow(this.placeOn(tape), operand("pow", tape, b)), tape);
  }
  /** The larger of the two, a tie counting as this one.  1 for it, 0 for the other */
  max(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.max(this.placeOn(tape), operand("max", tape, b)), tape);
  }
  /** −a.  −1 */
  neg(): Value {
    const tape = currentTape();
    return new Value(tape.neg(this.placeOn(tape)), tape);
  }
  /** e^a.  e^a */
  exp(): Value {
    const tape = currentTape();
    return new Value(tape.exp(this.placeOn(tape)), tape);
  }
  /** The natural logarithm, a > 0.  1/a */
  log(): Value {
    const tape = currentTape();
    return new Value(tape.log(this.placeOn(tape)), tape);
  }
  /** The logarithm to base 10, a > 0.  1/(a ln 10) */
  log10(): Value {
    const tape = currentTape();
    return new Value(tape.log10(this.placeOn(tape)), tape);
  }
  /** sin a.  cos a */
  sin(): Value {
    const tape = currentTape();
    return new Value(tape.sin(this.placeOn(tape)), tape);
  }
  /** cos a.  −sin a */
  cos(): Value {
    const tape = currentTape();
    return new Value(tape.cos(this.placeOn(tape)), tape);
  }
  /** tanh a.  1 − tanh² a */
  tanh(): Value {
    const tape = currentTape();
    return new Value(tape.tanh(this.placeOn(tape)), tape);
  }
  /** σ(a) = 1/(1 + e^−a).  σ(a)(1 − σ(a)) */
  sigmoid(): Value {
    const tape = currentTape();
    return new Value(tape.sigmoid(this.placeOn(tape)), tape);
  }
  /** max(a, 0).  1 where a > 0, else 0 */
  relu(): Value {
    const tape = currentTape();
    return new Value(tape.relu(this.placeOn(tape)), tape);
  }
  /** a where a ≥ 0, else α·a.  1 or α, and by α 0 or a */
  leakyRelu(alpha: Scalar = 0.01): Value {
    const tape = currentTape();
    return new Value(tape.leakyRelu(this.placeOn(tape), operand("leakyRelu", tape, alpha)), tape);
  }
  /** |a|.  The sign of a; 0 at 0 */
  abs(): Value {
    const tape = currentTape();
    return new Value(tape.abs(this.placeOn(tape)), tape);
  }

  /**
   * Σ wᵢxᵢ + b in one step: what a neuron computes. The same as products and sums, with fewer numbers on the tape.
   * ∂/∂wᵢ = xᵢ, ∂/∂xᵢ = wᵢ, ∂/∂b = 1.
   *
   * @param w as many as x
   * @throws {RangeError} if w and x differ in length
   * @throws {TypeError} if one of them is neither a Value nor a number
   */
  static dot(w: readonly Scalar[], x: readonly Scalar[], b?: Scalar): Value {
    return Value.affine([w], x, b === undefined ? undefined : [b])[0]!;
  }
  /**
   * W x + b: such a sum for each row of W, and what a layer computes.
   *
   * @param W rows of as many as x
   * @param b a number for each row
   * @throws {RangeError} if a row and x differ in length, or W and b
   * @throws {TypeError} if one of them is neither a Value nor a number
   */
  static affine(W: readonly (readonly Scalar[])[], x: readonly Scalar[], b?: readonly Scalar[]): Value[] {
    if (b && b.length !== W.length)
      throw new RangeError(
        `affine: W has ${W.length} rows and b has ${b.length} numbers; it takes one for each row`,
      );
    const tape = tapeWith(W.length * (x.length + ROOM) + x.length);
    const inputs = rowOf(tape, x);
    return W.map((w, i) => {
      if (w.length !== x.length)
        throw new RangeError(
          `dot: w has ${w.length} numbers and x has ${x.length}; it takes a weight for each input`,
        );
      const bias = b ? operand("dot", tape, b[i]!) : NOWHERE;
      return new Value(tape.dot(rowOf(tape, w), inputs, x.length, bias), tape);
    });
  }

  /** @internal Whether it stands at this place of this page. */
  standsAt(tape: Tape, place: number): boolean {
    return this.place === place && this.tape === tape;
  }
  /** @internal Its place on this page, to which it moves if it stands on another. */
  placeOn(tape: Tape): number {
    return this.tape === tape ? this.place : this.moveTo(tape);
  }
  private moveTo(tape: Tape): number {
    this.place = tape.bring(this.tape, this.place);
    this.tape = tape;
    return this.place;
  }
  private variable(property: string): Variable {
    const variable = this.tape.variables.get(this.place);
    if (!variable)
      throw new TypeError(`${property}: this number was computed; only that of a variable can be set`);
    return variable;
  }
  /** @internal Where it was computed. */
  get position(): Source {
    return this.tape.origin(this.place);
  }
}

/** Forgets what backward() added to these variables. */
export function zeroGrad(variables: Iterable<Value>): void {
  for (const variable of variables) variable.grad = 0;
}

function demand(what: string, number: number): number {
  return typeof number === "number" ? number : refuse(what, number, "a number");
}
