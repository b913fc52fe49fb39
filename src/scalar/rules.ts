/**
 * @file Every operation on scalars, one method each: the number it gives and its local slope by each operand, written on
 * the page at once. To add an operation, add its name, a method here and a method of its name to Value.
 *
 * A rule gets and returns places, not numbers.
 */
import { NOWHERE, Page } from "./page.ts";

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
  copy: 19,
} as const;

export class Tape extends Page {
  /** y = −x.  dy/dx = −1 */
  neg(x: number): number {
    return this.unary(op.neg, -this.values[x]!, x, -1);
  }
  /** y = e^x.  dy/dx = y */
  exp(x: number): number {
    const y = Math.exp(this.values[x]!);
    return this.unary(op.exp, y, x, y);
  }
  /** y = ln x, x > 0.  dy/dx = 1/x */
  log(x: number): number {
    return this.unary(op.log, Math.log(this.values[x]!), x, 1 / this.values[x]!);
  }
  /** y = log10 x, x > 0.  dy/dx = 1/(x ln 10) */
  log10(x: number): number {
    return this.unary(op.log10, Math.log10(this.values[x]!), x, 1 / (this.values[x]! * Math.LN10));
  }
  /** y = sin x.  dy/dx = cos x */
  sin(x: number): number {
    return this.unary(op.sin, Math.sin(this.values[x]!), x, Math.cos(this.values[x]!));
  }
  /** y = cos x.  dy/dx = −sin x */
  cos(x: number): number {
    return this.unary(op.cos, Math.cos(this.values[x]!), x, -Math.sin(this.values[x]!));
  }
  /** y = tanh x.  dy/dx = 1 − y² */
  tanh(x: number): number {
    const y = Math.tanh(this.values[x]!);
    return this.unary(op.tanh, y, x, 1 - y * y);
  }
  /** y = 1/(1 + e^−x).  dy/dx = y (1 − y); written so that nothing overflows on either side */
  sigmoid(x: number): number {
    const small = Math.exp(-Math.abs(this.values[x]!));
    const y = this.values[x]! >= 0 ? 1 / (1 + small) : small / (1 + small);
    return this.unary(op.sigmoid, y, x, small / ((1 + small) * (1 + small)));
  }
  /** y = max(x, 0).  dy/dx = 1 where x > 0, else 0: the slope at 0 is 0 */
  relu(x: number): number {
    return this.computed(op.relu, Math.max(this.values[x]!, 0), x, NOWHERE);
  }
  /** y = |x|.  dy/dx = the sign of x; 0 at 0 */
  abs(x: number): number {
    return this.unary(op.abs, Math.abs(this.values[x]!), x, Math.sign(this.values[x]!));
  }

  /** y = a + b.  1 and 1 */
  add(a: number, b: number): number {
    return this.computed(op.add, this.values[a]! + this.values[b]!, a, b);
  }
  /** y = a − b.  1 and −1 */
  sub(a: number, b: number): number {
    return this.computed(op.sub, this.values[a]! - this.values[b]!, a, b);
  }
  /** y = a·b.  b and a */
  mul(a: number, b: number): number {
    return this.computed(op.mul, this.values[a]! * this.values[b]!, a, b);
  }
  /** y = a/b.  1/b and −y/b */
  div(a: number, b: number): number {
    const y = this.values[a]! / this.values[b]!;
    return this.binary(op.div, y, a, 1 / this.values[b]!, b, -y / this.values[b]!);
  }
  /** y = a^b.  b·a^(b−1) and y·ln a */
  pow(i: number, j: number): number {
    const [a, b] = [this.values[i]!, this.values[j]!];
    const y = a ** b;
    return this.binary(op.pow, y, i, b === 0 ? 0 : b * a ** (b - 1), j, y === 0 ? 0 : y * Math.log(a));
  }
  /** y = max(a, b).  1 for the larger, 0 for the other; a tie goes to a */
  max(a: number, b: number): number {
    const first = this.values[a]! >= this.values[b]!;
    return this.binary(op.max, Math.max(this.values[a]!, this.values[b]!), a, +first, b, +!first);
  }
  /** y = x where x ≥ 0, else α·x.  1 or α, and 0 or x; at 0 the slope is 1 */
  leakyRelu(i: number, j: number): number {
    const [x, alpha] = [this.values[i]!, this.values[j]!];
    return x >= 0
      ? this.binary(op.leakyRelu, x, i, 1, j, 0)
      : this.binary(op.leakyRelu, alpha * x, i, alpha, j, x);
  }

  /** y = x, once more: a number that is to stand in a row with others.  1 */
  copy(x: number): number {
    return this.computed(op.copy, this.values[x]!, x, NOWHERE);
  }
  /** y = Σ wᵢxᵢ + b, of n numbers that stand in a row from w on, and n from x on.  xᵢ and wᵢ, and 1 for b */
  dot(w: number, x: number, n: number, b: number): number {
    let y = this.values[b]!;
    for (let i = 0; i < n; i++) y += this.values[w + i]! * this.values[x + i]!;
    // Four numbers, and a place has two edges: those of the place before are used as well.
    this.edges[2 * this.length] = b;
    this.edges[2 * this.length + 1] = n;
    this.length++;
    return this.computed(op.dot, y, w, x);
  }
}

/** The slope of the number at this place by its first operand: a simple one follows from the operation. */
export function slopeA({ values, ops, edges }: Page, place: number): number {
  switch (ops[place]) {
    case op.add:
    case op.sub:
    case op.copy:
      return 1;
    case op.mul:
      return values[edges[2 * place + 1]!]!;
    case op.relu:
      return values[place]! > 0 ? 1 : 0;
    default:
      return values[place - 1]!;
  }
}
/** The slope by the second operand. */
export function slopeB({ values, ops, edges }: Page, place: number): number {
  switch (ops[place]) {
    case op.add:
      return 1;
    case op.sub:
      return -1;
    case op.mul:
      return values[edges[2 * place]!]!;
    default:
      return values[place - 2]!;
  }
}
