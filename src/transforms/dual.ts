/**
 * @file Forward mode on scalars: a number and its tangent, carried along together. No tape: nothing is remembered.
 * @see W. K. Clifford's dual numbers, re + du·ε with ε² = 0
 */
import { described } from "../errors.ts";

/** A Dual, or a plain number, which counts as a constant. */
export type DualOperand = Dual | number;

/**
 * A number that carries its derivative along one direction: `re` is the value, `du` the tangent.
 *
 *     const x = new Dual(3, 1);      // seed 1: derivatives by x
 *     const y = x.mul(x).add(x);     // y.re is 12, y.du is 7
 *
 * Each operation takes value and tangent with the formula of its rule; a constant has tangent 0.
 */
export class Dual {
  readonly re: number;
  readonly du: number;

  /**
   * @param re the value
   * @param du the tangent: 1 for the variable that is differentiated by, 0 (the default) for constants
   * @throws {TypeError} if either is not a number
   */
  constructor(re: number, du = 0) {
    if (typeof re !== "number") throw new TypeError(`new Dual: re is ${described(re)}; a number is expected`);
    if (typeof du !== "number") throw new TypeError(`new Dual: du is ${described(du)}; a number is expected`);
    this.re = re;
    this.du = du;
  }

  /** (a + b)' = a' + b' */
  add(b: DualOperand): Dual {
    return binary("add", this, b, (x, y) => [x + y, 1, 1]);
  }
  /** (a − b)' = a' − b' */
  sub(b: DualOperand): Dual {
    return binary("sub", this, b, (x, y) => [x - y, 1, -1]);
  }
  /** (a·b)' = a'·b + a·b' */
  mul(b: DualOperand): Dual {
    return binary("mul", this, b, (x, y) => [x * y, y, x]);
  }
  /** (a/b)' = a'/b − a·b'/b² */
  div(b: DualOperand): Dual {
    return binary("div", this, b, (x, y) => [x / y, 1 / y, -x / y / y]);
  }
  /** (a^b)' = b·a^(b−1)·a' + a^b·ln a·b' */
  pow(b: DualOperand): Dual {
    return binary("pow", this, b, (x, y) => [x ** y, y === 0 ? 0 : y * x ** (y - 1), x ** y * Math.log(x)]);
  }
  /** The larger of the two, with its tangent; a tie counts as this one. */
  max(b: DualOperand): Dual {
    return binary("max", this, b, (x, y) => [Math.max(x, y), x >= y ? 1 : 0, x >= y ? 0 : 1]);
  }
  /** (−x)' = −x' */
  neg(): Dual {
    return this.along(-this.re, -1);
  }
  /** (e^x)' = e^x·x' */
  exp(): Dual {
    return this.along(Math.exp(this.re), Math.exp(this.re));
  }
  /** (ln x)' = x'/x */
  log(): Dual {
    return this.along(Math.log(this.re), 1 / this.re);
  }
  /** (log10 x)' = x'/(x·ln 10) */
  log10(): Dual {
    return this.along(Math.log10(this.re), 1 / (this.re * Math.LN10));
  }
  /** (sin x)' = cos x·x' */
  sin(): Dual {
    return this.along(Math.sin(this.re), Math.cos(this.re));
  }
  /** (cos x)' = −sin x·x' */
  cos(): Dual {
    return this.along(Math.cos(this.re), -Math.sin(this.re));
  }
  /** (tanh x)' = (1 − tanh² x)·x' */
  tanh(): Dual {
    return this.along(Math.tanh(this.re), 1 - Math.tanh(this.re) ** 2);
  }
  /** σ(x)' = σ(x)·σ(−x)·x' */
  sigmoid(): Dual {
    return this.along(1 / (1 + Math.exp(-this.re)), 1 / (1 + Math.exp(-this.re)) / (1 + Math.exp(this.re)));
  }
  /** max(x, 0)' = x' where x > 0, else 0 */
  relu(): Dual {
    return this.along(Math.max(this.re, 0), this.re > 0 ? 1 : 0);
  }
  /** x where x ≥ 0, else α·x; the slope is 1 or α */
  leakyRelu(alpha = 0.01): Dual {
    return this.re >= 0 ? this : this.mul(alpha);
  }
  /** |x|' = the sign of x, times x'; 0 at 0 */
  abs(): Dual {
    return this.along(Math.abs(this.re), Math.sign(this.re));
  }

  private along(y: number, slope: number): Dual {
    return new Dual(y, times(slope, this.du));
  }
}

function binary(
  operation: string,
  a: Dual,
  b: DualOperand,
  rule: (x: number, y: number) => readonly [value: number, slopeA: number, slopeB: number],
): Dual {
  if (!(b instanceof Dual) && typeof b !== "number")
    throw new TypeError(`${operation}: the operand is ${described(b)}; a Dual or a number is expected`);
  const [x, dx] = [a.re, a.du];
  const [y, dy] = b instanceof Dual ? [b.re, b.du] : [b, 0];
  const [value, slopeA, slopeB] = rule(x, y);
  return new Dual(value, times(slopeA, dx) + times(slopeB, dy));
}

/** A tangent of 0 stays 0, also where the slope is infinite or undefined: ln a of (−2)², say. */
const times = (slope: number, tangent: number): number => (tangent === 0 ? 0 : slope * tangent);
