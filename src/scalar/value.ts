/** @file Value: one number that remembers how it was computed. */
import { described } from "../errors.ts";
import { sweep } from "./backward.ts";
import { binaryRules, unaryRules } from "./rules.ts";
import { currentTape, type Tape, type Variable } from "./tape.ts";

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
    const place = binaryRules.add.record(tape, this.on(tape), operand("add", tape, b));
    return result(tape, place, binaryRules.add);
  }
  sub(b: Scalar): Value {
    const tape = currentTape();
    const place = binaryRules.sub.record(tape, this.on(tape), operand("sub", tape, b));
    return result(tape, place, binaryRules.sub);
  }
  mul(b: Scalar): Value {
    const tape = currentTape();
    const place = binaryRules.mul.record(tape, this.on(tape), operand("mul", tape, b));
    return result(tape, place, binaryRules.mul);
  }
  div(b: Scalar): Value {
    const tape = currentTape();
    const place = binaryRules.div.record(tape, this.on(tape), operand("div", tape, b));
    return result(tape, place, binaryRules.div);
  }
  pow(b: Scalar): Value {
    const tape = currentTape();
    const place = binaryRules.pow.record(tape, this.on(tape), operand("pow", tape, b));
    return result(tape, place, binaryRules.pow);
  }
  /** The larger of the two; a tie counts as this one. */
  max(b: Scalar): Value {
    const tape = currentTape();
    const place = binaryRules.max.record(tape, this.on(tape), operand("max", tape, b));
    return result(tape, place, binaryRules.max);
  }
  neg(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.neg.record(tape, this.on(tape)), unaryRules.neg);
  }
  exp(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.exp.record(tape, this.on(tape)), unaryRules.exp);
  }
  /** The natural logarithm. */
  log(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.log.record(tape, this.on(tape)), unaryRules.log);
  }
  log10(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.log10.record(tape, this.on(tape)), unaryRules.log10);
  }
  sin(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.sin.record(tape, this.on(tape)), unaryRules.sin);
  }
  cos(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.cos.record(tape, this.on(tape)), unaryRules.cos);
  }
  tanh(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.tanh.record(tape, this.on(tape)), unaryRules.tanh);
  }
  sigmoid(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.sigmoid.record(tape, this.on(tape)), unaryRules.sigmoid);
  }
  relu(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.relu.record(tape, this.on(tape)), unaryRules.relu);
  }
  leakyRelu(alpha: Scalar = 0.01): Value {
    const tape = currentTape();
    const place = binaryRules.leakyRelu.record(tape, this.on(tape), operand("leakyRelu", tape, alpha));
    return result(tape, place, binaryRules.leakyRelu);
  }
  abs(): Value {
    const tape = currentTape();
    return result(tape, unaryRules.abs.record(tape, this.on(tape)), unaryRules.abs);
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

// Each method calls its own rule. One function that is handed the rule could not be compiled together with it, and
// takes a third longer.
function result(tape: Tape, place: number, { code }: { readonly code: number }): Value {
  tape.ops[place] = code;
  return new Value(place, tape);
}

function operand(operation: string, tape: Tape, b: Scalar): number {
  if (b instanceof Value) return b.on(tape);
  if (typeof b !== "number")
    throw new TypeError(`${operation}: the operand is ${described(b)}; a Value or a number is expected`);
  return tape.place(b);
}
