/**
 * @file What is known of a model at one input: exact values and derivatives, each certified by numerical slopes.
 * Everything is computed when first asked for, then kept.
 */
import { mulberry32 } from "../../src/data/random.ts";
import type { DoubleDouble } from "../../src/numeric/double-double.ts";
import { InfrastructureError } from "../runner.ts";
import { type Slope, slopesAlong } from "./differences.ts";
import { forward, sweep, type Values } from "./evaluate.ts";
import { extended, float64 } from "./field.ts";
import type { Any } from "./node.ts";
import { Rounding, type Spread } from "./rounding.ts";

/** One number of the truth. */
export class Entry {
  readonly value: number;
  /** What correct programs may differ by through rounding. */
  readonly spread: () => number;
  /** The numerical value and the half-width of its error bar. */
  readonly checked: () => { readonly value: number; readonly error: number };
  /** Every number between is right: at a kink the slopes on both sides, else twice the value. */
  readonly low: number;
  readonly high: number;

  constructor(value: number, spread: () => number, checked: Entry["checked"], low = value, high = value) {
    if (!Number.isFinite(value)) throw new InfrastructureError(`the model gives ${value}`);
    this.value = value;
    this.spread = spread;
    this.checked = checked;
    this.low = low;
    this.high = high;
  }
}

const DIRECTIONS = 3;

const nearest = (x: DoubleDouble) => x.hi;
const unit = (length: number, at: number) => Array.from({ length }, (_, i) => (i === at ? 1 : 0));
const spreadsOf = (node: Any, exact: readonly number[], spread: Spread) => {
  let known: readonly number[] | undefined;
  return (i: number) => () => {
    known ??= spread(node, exact);
    return known[i]!;
  };
};

/** The gradients of one entry of a node by every node: by rule in double-double, and what rounding does to them. */
interface Gradients {
  readonly exact: readonly (readonly DoubleDouble[] | undefined)[];
  readonly spread: Spread;
}

export class Reference {
  readonly #tape: readonly Any[];
  readonly #rounding: Rounding;
  readonly #derivatives = new Map<string, readonly (readonly Entry[])[]>();
  readonly #gradients = new Map<string, Gradients>();
  #values: Values<DoubleDouble> | undefined;

  constructor(tape: readonly Any[]) {
    this.#tape = tape;
    this.#rounding = new Rounding(tape);
  }

  get #exact(): Values<DoubleDouble> {
    this.#values ??= forward(extended, this.#tape);
    return this.#values;
  }

  /** The forward values of a node. */
  value(node: Any): readonly Entry[] {
    const exact = this.#exact[node.id]!.map(nearest);
    const spread = spreadsOf(node, exact, this.#rounding.ofValues);
    return exact.map((x, i) => new Entry(x, spread(i), () => ({ value: x, error: 2 ** -53 * Math.abs(x) })));
  }

  /**
   * ∂of/∂wrt: one row for each entry of `of`, one column for each of `wrt`.
   * @param byEntry certify every entry, else the sums along random directions
   * @throws {InfrastructureError} if rule and numerical slope disagree: our bug, so there is no verdict
   */
  derivative(of: Any, wrt: Any, byEntry: boolean): readonly (readonly Entry[])[] {
    const key = `${of.id} ${wrt.id} ${byEntry}`;
    const known = this.#derivatives.get(key);
    if (known) return known;
    const rows = byEntry ? this.#byEntry(of, wrt) : this.#byDirection(of, wrt);
    this.#derivatives.set(key, rows);
    return rows;
  }

  #slopes(of: Any, wrt: Any, direction: readonly number[]): readonly Slope[] {
    return slopesAlong(this.#exact, of, wrt, direction);
  }

  #byEntry(of: Any, wrt: Any): Entry[][] {
    const columns = wrt.data.map((_, j) => this.#slopes(of, wrt, unit(wrt.data.length, j)));
    return of.data.map((_, i) => {
      const { exact, spread } = this.#row(of, i, wrt);
      return exact.map((x, j) => {
        const slope = columns[j]![i]!;
        certify(x, slope);
        return new Entry(x, spread(j), () => slope, Math.min(x, slope.low), Math.max(x, slope.high));
      });
    });
  }

  #byDirection(of: Any, wrt: Any): Entry[][] {
    const rows = of.data.map((_, i) => this.#row(of, i, wrt));
    const uniform = mulberry32(wrt.id + 1);
    for (let k = 0; k < DIRECTIONS; k++) {
      const direction = wrt.data.map(() => 2 * uniform() - 1);
      const slopes = this.#slopes(of, wrt, direction);
      for (const [i, { exact }] of rows.entries()) {
        const terms = exact.map((x, j) => x * direction[j]!);
        // The sum is rounded, so many units in the last place of its terms.
        const rounding = 2 ** -50 * terms.reduce((sum, term) => sum + Math.abs(term), 0);
        const { low, high, value, error } = slopes[i]!;
        certify(
          terms.reduce((sum, term) => sum + term, 0),
          { low, high, value, error: error + rounding },
        );
      }
    }
    const checked = (i: number, j: number) => this.#slopes(of, wrt, unit(wrt.data.length, j))[i]!;
    return rows.map(({ exact, spread }, i) =>
      exact.map((x, j) => new Entry(x, spread(j), () => checked(i, j))),
    );
  }

  /** ∂of[i]/∂wrt by rule. */
  #row(of: Any, i: number, wrt: Any) {
    const key = `${of.id} ${i}`;
    let known = this.#gradients.get(key);
    if (!known) {
      const seed = unit(of.data.length, i);
      known = {
        exact: sweep(extended, this.#exact, of, seed.map(extended.of)),
        spread: this.#rounding.ofSweep(of, seed),
      };
      this.#gradients.set(key, known);
    }
    const exact = known.exact[wrt.id]?.map(nearest) ?? wrt.data.map(() => 0);
    return { exact, spread: spreadsOf(wrt, exact, known.spread) };
  }

  /** The gradient of `of` by any node when some nodes hand on other gradients than those that arrive. */
  carried(of: Any, replaced: ReadonlyMap<Any, readonly number[]>): (wrt: Any) => readonly Entry[] {
    const handOn = (node: Any, arrived: readonly number[]) => replaced.get(node) ?? arrived;
    const arrived = sweep(float64, forward(float64, this.#tape), of, [1], { handOn });
    const rounding = this.#rounding.ofSweep(of, [1], { handOn });
    return (wrt) => {
      const exact = arrived[wrt.id] ?? wrt.data.map(() => 0);
      const spread = spreadsOf(wrt, exact, rounding);
      return exact.map((x, i) => new Entry(x, spread(i), () => ({ value: x, error: spread(i)() })));
    };
  }
}

/** The rule may be believed only while it lies inside the numerical error bar of this very case. */
function certify(exact: number, { low, high, error }: Slope): void {
  if (!(exact >= low - error && exact <= high + error))
    throw new InfrastructureError(`our bug: by rule ${exact}, by differences ${low} to ${high} ± ${error}`);
}
