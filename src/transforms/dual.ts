/**
 * @file Forward mode on scalars: a number and its tangent, carried along together. Nothing is remembered.
 * @see W. K. Clifford's dual numbers, re + du·ε with ε² = 0
 */
import { refuse } from "../errors.ts";
import { FIRST, ROOM } from "../scalar/page.ts";
import { slopeA, slopeB, Tape } from "../scalar/rules.ts";

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
    if (typeof re !== "number") refuse("new Dual: re", re, "a number");
    if (typeof du !== "number") refuse("new Dual: du", du, "a number");
    this.re = re;
    this.du = du;
  }

  /** (a + b)' = a' + b' */
  add(b: DualOperand): Dual {
    return combine("add", this, b);
  }
  /** (a − b)' = a' − b' */
  sub(b: DualOperand): Dual {
    return combine("sub", this, b);
  }
  /** (a·b)' = a'·b + a·b' */
  mul(b: DualOperand): Dual {
    return combine("mul", this, b);
  }
  /** (a/b)' = a'/b − a·b'/b² */
  div(b: DualOperand): Dual {
    return combine("div", this, b);
  }
  /** (a^b)' = b·a^(b−1)·a' + a^b·ln a·b' */
  pow(b: DualOperand): Dual {
    return combine("pow", this, b);
  }
  /** The larger of the two, with its tangent; a tie counts as this one. */
  max(b: DualOperand): Dual {
    return combine("max", this, b);
  }
  /** (−x)' = −x' */
  neg(): Dual {
    return combine("neg", this);
  }
  /** (e^x)' = e^x·x' */
  exp(): Dual {
    return combine("exp", this);
  }
  /** (ln x)' = x'/x */
  log(): Dual {
    return combine("log", this);
  }
  /** (log10 x)' = x'/(x·ln 10) */
  log10(): Dual {
    return combine("log10", this);
  }
  /** (sin x)' = cos x·x' */
  sin(): Dual {
    return combine("sin", this);
  }
  /** (cos x)' = −sin x·x' */
  cos(): Dual {
    return combine("cos", this);
  }
  /** (tanh x)' = (1 − tanh² x)·x' */
  tanh(): Dual {
    return combine("tanh", this);
  }
  /** σ(x)' = σ(x)·σ(−x)·x' */
  sigmoid(): Dual {
    return combine("sigmoid", this);
  }
  /** max(x, 0)' = x' where x > 0, else 0 */
  relu(): Dual {
    return combine("relu", this);
  }
  /** x where x ≥ 0, else α·x; the slope is 1 or α */
  leakyRelu(alpha: DualOperand = 0.01): Dual {
    return combine("leakyRelu", this, alpha);
  }
  /** |x|' = the sign of x, times x'; 0 at 0 */
  abs(): Dual {
    return combine("abs", this);
  }
}

/** The rules write on a tape: this one is begun anew for each operation. */
const tape = new Tape(FIRST + ROOM);

/** Value and slopes by the rule of this name; the tangent is Σ slope × tangent of the operand. */
function combine(operation: Exclude<keyof Dual, "re" | "du">, ...operands: DualOperand[]): Dual {
  const duals = operands.map((x) => dual(operation, x));
  tape.length = FIRST;
  const places = duals.map(({ re }) => tape.place(re)) as [number, number];
  const place = tape[operation](...places);
  const slopes = [slopeA, slopeB];
  const tangents = duals.map(({ du }, i) => (du === 0 ? 0 : slopes[i]!(tape, place) * du));
  return new Dual(
    tape.values[place]!,
    tangents.reduce((sum, tangent) => sum + tangent),
  );
}

function dual(operation: string, x: DualOperand): Dual {
  if (x instanceof Dual) return x;
  if (typeof x !== "number") refuse(`${operation}: the operand`, x, "a Dual or a number");
  return new Dual(x);
}
