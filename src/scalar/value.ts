/** @file Value: one number that remembers how it was computed. */
import { described } from "../errors.ts";
import { sweep } from "./backward.ts";
import { type BinaryRule, binaryRules, type Named, type UnaryRule, unaryRules } from "./rules.ts";
import { currentTape, Tape, type Variable } from "./tape.ts";

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
  constructor(tape: Tape, place: number);
  constructor(first: number | Tape, second?: string | number) {
    if (typeof first === "number") {
      this.tape = currentTape();
      this.place = this.tape.variable(first, { gradient: 0 }, second as string | undefined);
    } else {
      if (!(first instanceof Tape)) throw new TypeError(`new Value: ${described(first)} is not a number`);
      this.tape = first;
      this.place = second as number;
    }
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
    return binary(binaryRules.add, this, b);
  }
  sub(b: Scalar): Value {
    return binary(binaryRules.sub, this, b);
  }
  mul(b: Scalar): Value {
    return binary(binaryRules.mul, this, b);
  }
  div(b: Scalar): Value {
    return binary(binaryRules.div, this, b);
  }
  pow(b: Scalar): Value {
    return binary(binaryRules.pow, this, b);
  }
  /** The larger of the two; a tie counts as this one. */
  max(b: Scalar): Value {
    return binary(binaryRules.max, this, b);
  }
  neg(): Value {
    return unary(unaryRules.neg, this);
  }
  exp(): Value {
    return unary(unaryRules.exp, this);
  }
  /** The natural logarithm. */
  log(): Value {
    return unary(unaryRules.log, this);
  }
  log10(): Value {
    return unary(unaryRules.log10, this);
  }
  sin(): Value {
    return unary(unaryRules.sin, this);
  }
  cos(): Value {
    return unary(unaryRules.cos, this);
  }
  tanh(): Value {
    return unary(unaryRules.tanh, this);
  }
  sigmoid(): Value {
    return unary(unaryRules.sigmoid, this);
  }
  relu(): Value {
    return unary(unaryRules.relu, this);
  }
  leakyRelu(alpha: Scalar = 0.01): Value {
    return binary(binaryRules.leakyRelu, this, alpha);
  }
  abs(): Value {
    return unary(unaryRules.abs, this);
  }

  /** @internal Its place on this page; if it stands on another, a variable moves here, and anything else is linked. */
  on(tape: Tape): number {
    if (this.tape === tape) return this.place;
    const variable = this.tape.variables.get(this.place);
    if (!variable) return tape.link(this.tape, this.place);
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

function unary(rule: Named<UnaryRule>, x: Value): Value {
  const tape = currentTape();
  const place = rule.record(tape, x.on(tape));
  tape.ops[place] = rule.code;
  return new Value(tape, place);
}

function binary(rule: Named<BinaryRule>, a: Value, b: Scalar): Value {
  const tape = currentTape();
  const first = a.on(tape);
  const second = b instanceof Value ? b.on(tape) : constant(rule.name, tape, b);
  const place = rule.record(tape, first, second);
  tape.ops[place] = rule.code;
  return new Value(tape, place);
}

function constant(operation: string, tape: Tape, b: number): number {
  if (typeof b !== "number")
    throw new TypeError(`${operation}: the operand is ${described(b)}; a Value or a number is expected`);
  return tape.place(b);
}
