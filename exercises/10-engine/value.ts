/** @file 10.1 A number that remembers how it was computed. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 10.1 · 4 points · about 25 minutes
 *
 * Finish the class. A plain number as an operand counts as a constant. After `y.backward()`,
 * `v.grad` is dy/dv for y itself and for every Value v it was computed from.
 *
 * Calls add up for **leaves**, Values that were not computed from others: a second `y.backward()` doubles their grad.
 * For everything in between, each call starts anew. Visit each node once: walking every path is too slow for this check.
 *
 * Add fields and helpers as you like; what a class that extends this one needs is `protected`, not `private`.
 *
 * Example: for x = new Value(3) and y = x.mul(10).add(x), y.data is 33 and y.backward() sets x.grad to 11.
 */
export class Value {
  data: number;
  grad = 0;

  constructor(data: number) {
    this.data = data;
  }

  /** Given: a new Value of this one's own class, for results. */
  protected result(data: number): this {
    return new (this.constructor as new (data: number) => this)(data);
  }

  // TODO: what does a result remember?
  add(o: Value | number): this {
    throw new NotImplementedError("add");
  }

  mul(o: Value | number): this {
    throw new NotImplementedError("mul");
  }

  backward(): void {
    throw new NotImplementedError("backward");
  }
}
