/** @file 5.1 Dual numbers. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 5.1 · 3 points · about 15 minutes
 *
 * A dual number carries a value, re, and a tangent, du: how fast the value moves when the inputs move along a
 * chosen direction. Write the eight operations. Each returns a new Dual and leaves both operands as they are.
 *
 * - add, mul, div and max combine this with o (this is the first operand)
 * - sin, exp, log (natural) and tanh bend this
 * - max returns the larger value with the tangent that belongs to it; in a tie, this one's
 *
 * By hand: plain numbers and Math only. One written operation is enough for a first check.
 *
 * Example: new Dual(4, 3).add(new Dual(5)) has re 9 and du 3, for a constant has tangent 0.
 */
export class Dual {
  readonly re: number;
  readonly du: number;
  constructor(re: number, du = 0) {
    this.re = re;
    this.du = du;
  }
  add(o: Dual): Dual {
    throw new NotImplementedError("Dual.add"); // TODO: one line for each operation
  }
  mul(o: Dual): Dual {
    throw new NotImplementedError("Dual.mul");
  }
  div(o: Dual): Dual {
    throw new NotImplementedError("Dual.div");
  }
  max(o: Dual): Dual {
    throw new NotImplementedError("Dual.max");
  }
  sin(): Dual {
    throw new NotImplementedError("Dual.sin");
  }
  exp(): Dual {
    throw new NotImplementedError("Dual.exp");
  }
  log(): Dual {
    throw new NotImplementedError("Dual.log");
  }
  tanh(): Dual {
    throw new NotImplementedError("Dual.tanh");
  }
}
