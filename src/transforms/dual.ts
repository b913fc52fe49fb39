/**
 * @file Forward mode on scalars: a number and its tangent, carried along together. No tape: nothing is remembered.
 * @see W. K. Clifford's dual numbers, re + du·ε with ε² = 0
 */
import { described } from "../errors.ts";
import { binaryRules, unaryRules } from "../scalar/rules.ts";
import { Tape } from "../scalar/tape.ts";

/** A Dual, or a plain number, which counts as a constant. */
export type DualOperand = Dual | number;

/**
 * A number that carries its derivative along one direction: `re` is the value, `du` the tangent.
 *
 *     const x = new Dual(3, 1);      // seed 1: derivatives by x
 *     const y = x.mul(x).add(x);     // y.re is 12, y.du is 7
 *
 * Value and slopes of each operation are those of Value; a constant has tangent 0.
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
    return binary("add", this, b);
  }
  /** (a − b)' = a' − b' */
  sub(b: DualOperand): Dual {
    return binary("sub", this, b);
  }
  /** (a·b)' = a'·b + a·b' */
  mul(b: DualOperand): Dual {
    return binary("mul", this, b);
  }
  /** (a/b)' = a'/b − a·b'/b² */
  div(b: DualOperand): Dual {
    return binary("div", this, b);
  }
  /** (a^b)' = b·a^(b−1)·a' + a^b·ln a·b' */
  pow(b: DualOperand): Dual {
    return binary("pow", this, b);
  }
  /** The larger of the two, with its tangent; a tie counts as this one. */
  max(b: DualOperand): Dual {
    return binary("max", this, b);
  }
  /** (−x)' = −x' */
  neg(): Dual {
    return unary("neg", this);
  }
  /** (e^x)' = e^x·x' */
  exp(): Dual {
    return unary("exp", this);
  }
  /** (ln x)' = x'/x */
  log(): Dual {
    return unary("log", this);
  }
  /** (log10 x)' = x'/(x·ln 10) */
  log10(): Dual {
    return unary("log10", this);
  }
  /** (sin x)' = cos x·x' */
  sin(): Dual {
    return unary("sin", this);
  }
  /** (cos x)' = −sin x·x' */
  cos(): Dual {
    return unary("cos", this);
  }
  /** (tanh x)' = (1 − tanh² x)·x' */
  tanh(): Dual {
    return unary("tanh", this);
  }
  /** σ(x)' = σ(x)·σ(−x)·x' */
  sigmoid(): Dual {
    return unary("sigmoid", this);
  }
  /** max(x, 0)' = x' where x > 0, else 0 */
  relu(): Dual {
    return unary("relu", this);
  }
  /** x where x ≥ 0, else α·x; the slope is 1 or α */
  leakyRelu(alpha: DualOperand = 0.01): Dual {
    return binary("leakyRelu", this, alpha);
  }
  /** |x|' = the sign of x, times x'; 0 at 0 */
  abs(): Dual {
    return unary("abs", this);
  }
}

/** What the scalar rules write on: a tape of one operation, begun anew for each. */
const scratch = new Tape(4);

function unary(operation: keyof typeof unaryRules, x: Dual): Dual {
  scratch.length = 1;
  const place = unaryRules[operation].record(scratch, scratch.place(x.re));
  return new Dual(scratch.values[place]!, times(scratch.slopes[2 * place]!, x.du));
}

function binary(operation: keyof typeof binaryRules, a: Dual, other: DualOperand): Dual {
  if (!(other instanceof Dual) && typeof other !== "number")
    throw new TypeError(`${operation}: the operand is ${described(other)}; a Dual or a number is expected`);
  const b = other instanceof Dual ? other : new Dual(other);
  scratch.length = 1;
  const place = binaryRules[operation].record(scratch, scratch.place(a.re), scratch.place(b.re));
  const [slopeA, slopeB] = [scratch.slopes[2 * place]!, scratch.slopes[2 * place + 1]!];
  return new Dual(scratch.values[place]!, times(slopeA, a.du) + times(slopeB, b.du));
}

/** A tangent of 0 stays 0, also where the slope is infinite or undefined: ln a of (−2)², say. */
const times = (slope: number, tangent: number): number => (tangent === 0 ? 0 : slope * tangent);
