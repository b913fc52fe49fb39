/**
 * @file What is known of a model at one input: exact values and derivatives, each certified by numerical slopes,
 * and the rounding that a correct program may show. Everything is computed when first asked for, then kept.
 */
import { mulberry32 } from "../../src/data/random.ts";
import type { DoubleDouble } from "../../src/numeric/double-double.ts";
import { InfrastructureError } from "../runner.ts";
import { type Slope, slopesAlong } from "./differences.ts";
import { forward, sweep, type Values } from "./evaluate.ts";
import { extended, type Field, float64, jittered } from "./field.ts";
import type { Any } from "./node.ts";

/** One number of the truth. */
export class Entry {
  readonly value: number;
  /** The worst that 12 runs with every operation off by up to one unit in the last place differ from it. */
  readonly spread: number;
  /** The numerical value and the half-width of its error bar. */
  readonly checked: () => { readonly value: number; readonly error: number };
  /** Every number between is right: at a kink the slopes on both sides, else twice the value. */
  readonly low: number;
  readonly high: number;

  constructor(value: number, spread: number, checked: Entry["checked"], low = value, high = value) {
    if (!Number.isFinite(value) || !Number.isFinite(spread))
      throw new InfrastructureError(`the model gives ${value}, give or take ${spread}`);
    this.value = value;
    this.spread = spread;
    this.checked = checked;
    this.low = low;
    this.high = high;
  }
}

const DIRECTIONS = 3;
const JITTERS = Array.from({ length: 12 }, (_, k) => k + 1);

const value = (x: DoubleDouble) => x.hi;
const unit = (length: number, at: number) => Array.from({ length }, (_, i) => (i === at ? 1 : 0));
const zeros = (node: Any): readonly number[] => node.data.map(() => 0);

/** The worst deviation from `exact`, entry by entry. */
const spreads = (exact: readonly number[], runs: readonly (readonly number[])[]) =>
  exact.map((x, i) => Math.max(...runs.map((run) => Math.abs(run[i]! - x))));

export class Reference {
  readonly #tape: readonly Any[];
  readonly #kept = new Map<string, readonly Entry[][]>();
  readonly #sweeps = new Map<string, Sweep>();
  #extended: Values<DoubleDouble> | undefined;
  #runs: readonly { readonly F: Field<number>; readonly values: Values<number> }[] | undefined;

  constructor(tape: readonly Any[]) {
    this.#tape = tape;
  }

  get #exact(): Values<DoubleDouble> {
    this.#extended ??= forward(extended, this.#tape);
    return this.#extended;
  }
  get #jittered() {
    this.#runs ??= JITTERS.map((seed) => {
      const F = jittered(seed);
      return { F, values: forward(F, this.#tape) };
    });
    return this.#runs;
  }

  /** The forward values of a node. */
  value(node: Any): readonly Entry[] {
    const exact = this.#exact[node.id]!.map(value);
    const spread = spreads(
      exact,
      this.#jittered.map(({ values }) => values[node.id]!),
    );
    return exact.map((x, i) => new Entry(x, spread[i]!, () => ({ value: x, error: 2 ** -53 * Math.abs(x) })));
  }

  /**
   * ∂of/∂wrt: one row for each entry of `of`, one column for each of `wrt`.
   * @param byEntry certify every entry, else the sums along random directions
   * @throws {InfrastructureError} if rule and numerical slope disagree: our bug, so there is no verdict
   */
  derivative(of: Any, wrt: Any, byEntry: boolean): readonly (readonly Entry[])[] {
    const key = `${of.id} ${wrt.id} ${byEntry}`;
    let rows = this.#kept.get(key);
    if (!rows) {
      rows = byEntry ? this.#byEntry(of, wrt) : this.#byDirection(of, wrt);
      this.#kept.set(key, rows);
    }
    return rows;
  }

  #byEntry(of: Any, wrt: Any): Entry[][] {
    const columns = wrt.data.map((_, j) => slopesAlong(this.#exact, of, wrt, unit(wrt.data.length, j)));
    return of.data.map((_, i) => {
      const { exact, spread } = this.#row(of, i, wrt);
      return exact.map((x, j) => {
        const slope = columns[j]![i]!;
        certify(x, slope);
        return new Entry(x, spread[j]!, () => slope, Math.min(x, slope.low), Math.max(x, slope.high));
      });
    });
  }

  #byDirection(of: Any, wrt: Any): Entry[][] {
    const rows = of.data.map((_, i) => this.#row(of, i, wrt));
    const uniform = mulberry32(wrt.id + 1);
    for (let k = 0; k < DIRECTIONS; k++) {
      const direction = wrt.data.map(() => 2 * uniform() - 1);
      const slopes = slopesAlong(this.#exact, of, wrt, direction);
      rows.forEach(({ exact }, i) => {
        const along = exact.reduce((sum, x, j) => sum + x * direction[j]!, 0);
        // The sum above is rounded: so many units in the last place of its largest terms.
        const rounding = 2 ** -52 * exact.reduce((sum, x) => sum + Math.abs(x), 0);
        certify(along, { ...slopes[i]!, error: slopes[i]!.error + rounding });
      });
    }
    return rows.map(({ exact, spread }, i) =>
      exact.map(
        (x, j) =>
          new Entry(x, spread[j]!, () => slopesAlong(this.#exact, of, wrt, unit(wrt.data.length, j))[i]!),
      ),
    );
  }

  /** The gradient of one entry of `of` by rules, in double-double, and its spread in Float64. */
  #row(of: Any, i: number, wrt: Any): { exact: readonly number[]; spread: readonly number[] } {
    const key = `${of.id} ${i}`;
    let known = this.#sweeps.get(key);
    if (!known) {
      const seed = unit(of.data.length, i);
      known = {
        exact: sweep(extended, this.#exact, of, seed.map(extended.of)),
        runs: this.#jittered.map(({ F, values }) => sweep(F, values, of, seed)),
      };
      this.#sweeps.set(key, known);
    }
    const exact = known.exact[wrt.id]?.map(value) ?? zeros(wrt);
    return {
      exact,
      spread: spreads(
        exact,
        known.runs.map((run) => run[wrt.id] ?? zeros(wrt)),
      ),
    };
  }

  /** The gradient of `of` by every node when some nodes hand on other gradients than those that arrive. */
  carried(of: Any, replaced: ReadonlyMap<Any, readonly number[]>): (wrt: Any) => readonly Entry[] {
    const handOn = (node: Any, arrived: readonly number[]) => replaced.get(node) ?? arrived;
    const exact = sweep(float64, forward(float64, this.#tape), of, [1], handOn);
    const runs = this.#jittered.map(({ F, values }) => sweep(F, values, of, [1], handOn));
    return (wrt) => {
      const arrived = exact[wrt.id] ?? zeros(wrt);
      const spread = spreads(
        arrived,
        runs.map((run) => run[wrt.id] ?? zeros(wrt)),
      );
      return arrived.map((x, i) => new Entry(x, spread[i]!, () => ({ value: x, error: spread[i]! })));
    };
  }
}

interface Sweep {
  readonly exact: readonly (readonly DoubleDouble[] | undefined)[];
  readonly runs: readonly (readonly (readonly number[] | undefined)[])[];
}

/** The rule may be believed only while it lies inside the numerical error bar of this very case. */
function certify(exact: number, { low, high, error }: Slope): void {
  if (!(exact >= low - error && exact <= high + error))
    throw new InfrastructureError(`our bug: by rule ${exact}, by differences ${low} to ${high} ± ${error}`);
}
