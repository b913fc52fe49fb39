/**
 * @file Every operation on scalars, one method each: the number it gives and its local slope by each operand, written on
 * the page at once. To add an operation, add its name, a method here and a method of its name to Value.
 *
 * A rule gets and returns places, not numbers; a slope is a place, too. One that is not on the page yet takes a place of
 * its own, before the result.
 */
import { MINUS_ONE, ONE, Page, ZERO } from "./page.ts";

/** The codes that operations are recorded under; 0 is for numbers that nothing computed. */
export const op = {
  neg: 1,
  exp: 2,
  log: 3,
  log10: 4,
  sin: 5,
  cos: 6,
  tanh: 7,
  sigmoid: 8,
  relu: 9,
  abs: 10,
  add: 11,
  sub: 12,
  mul: 13,
  div: 14,
  pow: 15,
  max: 16,
  leakyRelu: 17,
  dot: 18,
} as const;

export class Tape extends Page {
  /** y = −x.  dy/dx = −1 */
  neg(x: number): number {
    return this.unary(op.neg, -this.values[x]!, x, MINUS_ONE);
  }
  /** y = e^x.  dy/dx = y, which takes the next place */
  exp(x: number): number {
    return this.unary(op.exp, Math.exp(this.values[x]!), x, this.length);
  }
  /** y = ln x, x > 0.  dy/dx = 1/x */
  log(x: number): number {
    return this.unary(op.log, Math.log(this.values[x]!), x, this.place(1 / this.values[x]!));
  }
  /** y = log10 x, x > 0.  dy/dx = 1/(x ln 10) */
  log10(x: number): number {
    const slope = this.place(1 / (this.values[x]! * Math.LN10));
    return this.unary(op.log10, Math.log10(this.values[x]!), x, slope);
  }
  /** y = sin x.  dy/dx = cos x */
  sin(x: number): number {
    return this.unary(op.sin, Math.sin(this.values[x]!), x, this.place(Math.cos(this.values[x]!)));
  }
  /** y = cos x.  dy/dx = −sin x */
  cos(x: number): number {
    return this.unary(op.cos, Math.cos(this.values[x]!), x, this.place(-Math.sin(this.values[x]!)));
  }
  /** y = tanh x.  dy/dx = 1 − y² */
  tanh(x: number): number {
    const y = Math.tanh(this.values[x]!);
    return this.unary(op.tanh, y, x, this.place(1 - y * y));
  }
  /** y = 1/(1 + e^−x).  dy/dx = y (1 − y); written so that nothing overflows on either side */
  sigmoid(x: number): number {
    const small = Math.exp(-Math.abs(this.values[x]!));
    const y = this.values[x]! >= 0 ? 1 / (1 + small) : small / (1 + small);
    return this.unary(op.sigmoid, y, x, this.place(small / ((1 + small) * (1 + small))));
  }
  /** y = max(x, 0).  dy/dx = 1 where x > 0, else 0: the slope at 0 is 0 */
  relu(x: number): number {
    return this.unary(op.relu, Math.max(this.values[x]!, 0), x, this.values[x]! > 0 ? ONE : ZERO);
  }
  /** y = |x|.  dy/dx = the sign of x; 0 at 0 */
  abs(x: number): number {
    return this.unary(op.abs, Math.abs(this.values[x]!), x, this.place(Math.sign(this.values[x]!)));
  }

  /** y = a + b.  1 and 1 */
  add(a: number, b: number): number {
    return this.binary(op.add, this.values[a]! + this.values[b]!, a, ONE, b, ONE);
  }
  /** y = a − b.  1 and −1 */
  sub(a: number, b: number): number {
    return this.binary(op.sub, this.values[a]! - this.values[b]!, a, ONE, b, MINUS_ONE);
  }
  /** y = a·b.  b and a */
  mul(a: number, b: number): number {
    return this.binary(op.mul, this.values[a]! * this.values[b]!, a, b, b, a);
  }
  /** y = a/b.  1/b and −y/b */
  div(a: number, b: number): number {
    const y = this.values[a]! / this.values[b]!;
    const byA = this.place(1 / this.values[b]!);
    return this.binary(op.div, y, a, byA, b, this.place(-y / this.values[b]!));
  }
  /** y = a^b.  b·a^(b−1) and y·ln a */
  pow(i: number, j: number): number {
    const [a, b] = [this.values[i]!, this.values[j]!];
    const y = a ** b;
    const byA = this.place(b === 0 ? 0 : b * a ** (b - 1));
    return this.binary(op.pow, y, i, byA, j, this.place(y === 0 ? 0 : y * Math.log(a)));
  }
  /** y = max(a, b).  1 for the larger, 0 for the other; a tie goes to a */
  max(a: number, b: number): number {
    const y = Math.max(this.values[a]!, this.values[b]!);
    return this.values[a]! >= this.values[b]!
      ? this.binary(op.max, y, a, ONE, b, ZERO)
      : this.binary(op.max, y, a, ZERO, b, ONE);
  }
  /** y = x where x ≥ 0, else α·x.  1 or α, and 0 or x; at 0 the slope is 1 */
  leakyRelu(x: number, alpha: number): number {
    return this.values[x]! >= 0
      ? this.binary(op.leakyRelu, this.values[x]!, x, ONE, alpha, ZERO)
      : this.binary(op.leakyRelu, this.values[alpha]! * this.values[x]!, x, alpha, alpha, x);
  }

  /** wᵢxᵢ, a term of the dot product below; its two factors are kept at these edges. */
  term(at: number, w: number, x: number): number {
    this.edges[at] = w;
    this.edges[at + 1] = x;
    return this.values[w]! * this.values[x]!;
  }
  /** y = Σ wᵢxᵢ + b, the factors being at the edges from `begin` to `end`.  xᵢ and wᵢ, and 1 for b */
  dot(y: number, begin: number, end: number, b: number): number {
    return this.binary(op.dot, y, b, ONE, begin, end);
  }
}
