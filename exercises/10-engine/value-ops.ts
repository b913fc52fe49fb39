/** @file 10.2 The op catalogue. */
import { NotImplementedError } from "gradbook";
import { Value } from "./value.ts";

/**
 * Exercise 10.2 · 3 points · about 20 minutes
 *
 * Give your Value the other operations. Each returns a new Value that remembers where it came from; `log` is natural.
 * A plain number as an operand counts as a constant. (You may as well write them into Value itself and leave this
 * class empty.)
 *
 * Conventions: relu has slope 0 at 0, abs has slope 0 at 0, a tie in max counts as this one.
 * sigmoid is finite at ±800, and pow takes negative bases where n is whole.
 *
 * Example: for x = new ValueOps(2), x.pow(3).neg() has data -8, and its backward() sets x.grad to -12.
 */
export class ValueOps extends Value {
  // TODO: sub and div from what is there (div takes a ValueOps, whose pow it needs), the rest through one helper
  neg(): this {
    throw new NotImplementedError("neg");
  }
  sub(o: Value | number): this {
    throw new NotImplementedError("sub");
  }
  div(o: ValueOps | number): this {
    throw new NotImplementedError("div");
  }
  pow(n: number): this {
    throw new NotImplementedError("pow");
  }
  exp(): this {
    throw new NotImplementedError("exp");
  }
  log(): this {
    throw new NotImplementedError("log");
  }
  log10(): this {
    throw new NotImplementedError("log10");
  }
  sin(): this {
    throw new NotImplementedError("sin");
  }
  cos(): this {
    throw new NotImplementedError("cos");
  }
  tanh(): this {
    throw new NotImplementedError("tanh");
  }
  sigmoid(): this {
    throw new NotImplementedError("sigmoid");
  }
  relu(): this {
    throw new NotImplementedError("relu");
  }
  abs(): this {
    throw new NotImplementedError("abs");
  }
  max(o: Value | number): this {
    throw new NotImplementedError("max");
  }
}
