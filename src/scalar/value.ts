/** @file Value: one number that remembers how it was computed. */
import { described } from "../errors.ts";
import { sweep } from "./backward.ts";
import { type Variable, ZERO } from "./page.ts";
import type { Tape } from "./rules.ts";
import { currentTape, ROOM } from "./tape.ts";

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
  /** Where it stands: a place on a page of the tape. A variable moves along to the page that is in use. */
  private tape: Tape;
  private place: number;

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
    if (typeof second === "object") {
      this.place = number;
      this.tape = second;
      return;
    }
    if (typeof number !== "number") throw new TypeError(`new Value: ${described(number)} is not a number`);
    this.tape = currentTape();
    this.place = this.tape.variable(number, { gradient: 0 }, second);
  }

  get data(): number {
    return this.tape.values[this.place]!;
  }
  /** A variable may get a new number: what was computed from the old one keeps the old one. */
  set data(data: number) {
    if (typeof data !== "number") throw new TypeError(`data: ${described(data)} is not a number`);
    this.moveTo(currentTape(), data, this.variable("data"));
  }
  /**
   * The derivative of the latest result whose backward() was called, by this number. For variables, calls add up until
   * {@link zeroGrad}, as in PyTorch.
   */
  get grad(): number {
    const variable = this.tape.variables.get(this.place);
    return variable ? variable.gradient : (this.tape.gradients?.[this.place] ?? 0);
  }
  set grad(gradient: number) {
    this.variable("grad").gradient = gradient;
  }
  /** Names this number in drawings. */
  named(label: string): this {
    this.tape.labels.set(this.place, label);
    return this;
  }

  /**
   * Finds ∂this/∂v for every number v this was computed from: one sweep back along the tape, adding up where a number
   * was used more than once. For numbers in between, a second call starts anew; for variables it adds the same again.
   */
  backward(): void {
    sweep(this.tape, this.place);
  }

  add(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.add(this.on(tape), Value.operand("add", tape, b)), tape);
  }
  sub(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.sub(this.on(tape), Value.operand("sub", tape, b)), tape);
  }
  mul(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.mul(this.on(tape), Value.operand("mul", tape, b)), tape);
  }
  div(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.div(this.on(tape), Value.operand("div", tape, b)), tape);
  }
  pow(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.pow(this.on(tape), Value.operand("pow", tape, b)), tape);
  }
  /** The larger of the two; a tie counts as this one. */
  max(b: Scalar): Value {
    const tape = currentTape();
    return new Value(tape.max(this.on(tape), Value.operand("max", tape, b)), tape);
  }
  neg(): Value {
    const tape = currentTape();
    return new Value(tape.neg(this.on(tape)), tape);
  }
  exp(): Value {
    const tape = currentTape();
    return new Value(tape.exp(this.on(tape)), tape);
  }
  /** The natural logarithm. */
  log(): Value {
    const tape = currentTape();
    return new Value(tape.log(this.on(tape)), tape);
  }
  log10(): Value {
    const tape = currentTape();
    return new Value(tape.log10(this.on(tape)), tape);
  }
  sin(): Value {
    const tape = currentTape();
    return new Value(tape.sin(this.on(tape)), tape);
  }
  cos(): Value {
    const tape = currentTape();
    return new Value(tape.cos(this.on(tape)), tape);
  }
  tanh(): Value {
    const tape = currentTape();
    return new Value(tape.tanh(this.on(tape)), tape);
  }
  sigmoid(): Value {
    const tape = currentTape();
    return new Value(tape.sigmoid(this.on(tape)), tape);
  }
  relu(): Value {
    const tape = currentTape();
    return new Value(tape.relu(this.on(tape)), tape);
  }
  leakyRelu(alpha: Scalar = 0.01): Value {
    const tape = currentTape();
    return new Value(tape.leakyRelu(this.on(tape), Value.operand("leakyRelu", tape, alpha)), tape);
  }
  abs(): Value {
    const tape = currentTape();
    return new Value(tape.abs(this.on(tape)), tape);
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
    if (w.length !== x.length)
      throw new RangeError(
        `dot: w has ${w.length} numbers and x has ${x.length}; it takes a weight for each input`,
      );
    const tape = currentTape(3 * w.length + ROOM);
    const { edges } = tape;
    const begin = 4 * tape.reserve(Math.ceil(w.length / 2));
    for (let i = 0; i < w.length; i++) {
      edges[begin + 2 * i] = Value.operand("dot", tape, w[i]!);
      edges[begin + 2 * i + 1] = Value.operand("dot", tape, x[i]!);
    }
    const bias = b === undefined ? ZERO : Value.operand("dot", tape, b);
    return new Value(tape.dot(begin, begin + 2 * w.length, bias), tape);
  }

  /** The place of an operand on this page. */
  private static operand(operation: string, tape: Tape, b: Scalar): number {
    if (typeof b === "number") return tape.place(b);
    // The usual case first: `instanceof` takes longer than the arithmetic.
    return b?.tape === tape ? b.place : Value.moved(operation, tape, b);
  }
  private static moved(operation: string, tape: Tape, b: Value): number {
    if (b instanceof Value) return b.on(tape);
    throw new TypeError(`${operation}: the operand is ${described(b)}; a Value or a number is expected`);
  }

  /** @internal Its place on this page; if it stands on another, a variable moves here, and anything else is linked. */
  on(tape: Tape): number {
    if (this.tape === tape) return this.place;
    const variable = this.tape.variables.get(this.place);
    if (!variable) return tape.link({ tape: this.tape, place: this.place });
    this.moveTo(tape, this.data, variable);
    return this.place;
  }
  private moveTo(tape: Tape, data: number, variable: Variable): void {
    this.place = tape.variable(data, variable, this.tape.labels.get(this.place));
    this.tape = tape;
  }
  private variable(property: string): Variable {
    const variable = this.tape.variables.get(this.place);
    if (!variable)
      throw new TypeError(`${property}: this number was computed; only that of a variable can be set`);
    return variable;
  }
  /** @internal */
  get position(): { readonly tape: Tape; readonly place: number } {
    return { tape: this.tape, place: this.place };
  }
}

/** Forgets what backward() added to these variables. */
export function zeroGrad(variables: Iterable<Value>): void {
  for (const variable of variables) variable.grad = 0;
}
